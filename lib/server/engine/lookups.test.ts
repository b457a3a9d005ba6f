import { expect, test } from 'vitest';
import { answer, fakeInternet, type FakeServers, negative, referral, silence } from '@/lib/dns/fake-internet';
import { createLookups } from './lookups';

const [ROOT, ORG, ONE] = ['192.0.2.1', '192.0.2.11', '192.0.2.31'] as const;
const TXT = { name: 'a.example.org', type: 'TXT', ttl: 60, data: 'v=spf1 -all' } as const;

function lookups(one: FakeServers[string], deadlineMs = 20_000) {
  const net = fakeInternet({
    [ROOT]: { '*': referral('org', { 'ns.org': [ORG] }) },
    [ORG]: { '*': referral('example.org', { 'ns1.example.org': [ONE] }) },
    [ONE]: one,
  });
  const world = {
    dns: net.world.dns,
    choice: () => null,
    roots: [{ name: 'a.root-servers.test', address: ROOT }],
    now: Date.now,
    random: () => 0.5,
    pause: (ms: number, signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
        setTimeout(resolve, Math.min(ms, 5));
      }),
  };
  return createLookups(world, { queries: 60, deadlineMs });
}

test('what is no name has no records, and nobody is asked', async () => {
  const { lookUp, queries } = lookups({ '*': silence });
  for (const name of ['a..b', 'x'.repeat(64), `${'a.'.repeat(200)}b`])
    expect((await lookUp(name, 'TXT')).kind).toBe('nxdomain');
  expect(queries()).toBe(0);
});

test('nothing more than the limit of queries is sent, and that is told', async () => {
  const { lookUp, queries, isCutShort, questions } = lookups({ '*': negative('nxdomain', 'example.org') });
  for (let n = 0; n < 80; n++) await lookUp(`n${n}.example.org`, 'TXT');
  expect(queries()).toBe(60);
  expect(isCutShort()).toBe(true);
  expect(questions().at(-1)).toEqual({ name: 'n79.example.org', type: 'TXT', kind: 'failed' });
});

test('an answer is asked for once, from the root', async () => {
  const { lookUp, queries, isCutShort } = lookups({ '*': answer(TXT) });
  expect(await lookUp('a.example.org', 'TXT')).toMatchObject({ kind: 'answer', data: ['"v=spf1 -all"'] });
  expect(await lookUp('A.example.org', 'TXT')).toMatchObject({ kind: 'answer' });
  expect([queries(), isCutShort()]).toEqual([3, false]);
});

test('after the deadline nothing is known, and nothing rejects', async () => {
  const { lookUp, isCutShort } = lookups({ '*': silence }, 1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await lookUp('a.example.org', 'TXT')).toMatchObject({ kind: 'failed', data: [] });
  expect(isCutShort()).toBe(true);
});
