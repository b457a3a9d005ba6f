import { expect, test } from 'vitest';
import type { Report } from '@/lib/report/report';
import { longestChainMs } from './longest-chain';

const step = (n: number, after: number | null, ms: number, ...addresses: string[]) => ({
  n,
  after,
  ms,
  answer: addresses.map((data) => ({ name: 'mx', type: 'A', ttl: 1, data })),
});

function report(steps: object[], sessions: object[], hosts: object[] = []): Report {
  return { trace: { steps }, sessions, route: { hosts } } as unknown as Report;
}

test('nothing seen: nothing to wait for', () => {
  expect(longestChainMs(report([], []))).toBe(0);
});

test('steps side by side count once, steps behind each other add up', () => {
  expect(longestChainMs(report([step(1, null, 20), step(2, 1, 30), step(3, 1, 10)], []))).toBe(50);
});

test('a session stands behind the step that gave its own address', () => {
  const steps = [step(1, null, 20), step(2, 1, 20, '192.0.2.1'), step(3, 1, 500, '2001:db8::1')];
  const stages = [{ ms: 20 }, { ms: 40 }];
  const sessions = [{ exchange: 'mx', address: '192.0.2.1', stages }];
  expect(longestChainMs(report(steps.slice(0, 2), sessions, [{ exchange: 'mx', evidence: [2, 3] }]))).toBe(
    100,
  );
  expect(longestChainMs(report(steps, sessions, [{ exchange: 'mx', evidence: [2, 3] }]))).toBe(520);
});
