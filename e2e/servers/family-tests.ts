import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';

/** How a network of its own is left with one family. */
const WITHOUT = {
  IPv4: 'ip link set lo up && ip addr del 127.0.0.1/8 dev lo',
  IPv6: 'ip link set lo up && sysctl -qw net.ipv6.conf.all.disable_ipv6=1',
};

/** mxproof on machines that have one family of addresses alone. */
export function familyTests(instance: () => Readonly<Record<string, string>>): void {
  describe('a machine with one family', () => {
    for (const { missing, address, host } of [
      { missing: 'IPv4', address: '::1', host: '::1' },
      { missing: 'IPv4', address: '::1', host: '::' },
      { missing: 'IPv6', address: '127.0.0.1', host: '127.0.0.1' },
      { missing: 'IPv6', address: '127.0.0.1', host: '::' },
    ] as const)
      test(`without ${missing}, listening on ${host}`, () => {
        const program = `exec node --import tsx e2e/servers/in-family.ts ${address} ${host}`;
        const output = execFileSync('unshare', ['-n', 'sh', '-c', `${WITHOUT[missing]} && ${program}`], {
          env: { ...process.env, ...instance() },
          encoding: 'utf8',
        });
        assert.deepEqual(JSON.parse(output.trim().split('\n').at(-1) ?? ''), {
          '/': 200,
          '/findings': 200,
          '/explain': 200,
          '/api/health': 200,
          '/nothing': 404,
        });
      });
  });
}
