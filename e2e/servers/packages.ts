import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';

const WANTED = [
  { binary: '/usr/sbin/nsd', name: 'nsd' },
  { binary: '/usr/sbin/knotd', name: 'knot' },
  { binary: '/usr/bin/dnssec-signzone', name: 'bind9-utils' },
  { binary: '/usr/sbin/unbound', name: 'unbound' },
  { binary: '/usr/sbin/postfix', name: 'postfix' },
  { binary: '/usr/sbin/nginx', name: 'nginx-light' },
  { binary: '/usr/bin/caddy', name: 'caddy' },
  { binary: '/usr/bin/systemd-analyze', name: 'systemd' },
  { binary: '/usr/bin/strace', name: 'strace' },
  { binary: '/usr/bin/openssl', name: 'openssl' },
  { binary: '/usr/bin/curl', name: 'curl' },
  { binary: '/usr/bin/tcpdump', name: 'tcpdump' },
  { binary: '/usr/bin/unshare', name: 'util-linux' },
  { binary: '/usr/sbin/ip', name: 'iproute2' },
  { binary: '/usr/sbin/sysctl', name: 'procps' },
];

/** Debian asks this script before it starts a service: 101 forbids it. */
const POLICY = '/usr/sbin/policy-rc.d';

/** Installs the servers that are missing, without starting any system service. Throws with one sentence when it cannot. */
export function installServers(): void {
  const missing = WANTED.filter(({ binary }) => !existsSync(binary)).map(({ name }) => name);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw new Error(`Install ${missing.join(', ')} first, or run this as root on Debian.`);
  console.log(`Installing ${missing.join(', ')} (no service is started)`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const ownPolicy = !existsSync(POLICY);
  if (ownPolicy) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    execFileSync('apt-get', ['-qq', 'update'], { env, stdio: 'inherit' });
    execFileSync('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', ...missing], {
      env,
      stdio: 'inherit',
    });
  } finally {
    if (ownPolicy) rmSync(POLICY);
  }
}
