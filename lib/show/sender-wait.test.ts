import { expect, test } from 'vitest';
import { sampleHost, sampleRoute, sampleSession } from '@/lib/report/sample';
import type { Session } from '@/lib/smtp/session';
import { senderWaitMs } from './sender-wait';

const ROUTE = sampleRoute([
  sampleHost(['192.0.2.1'], { preference: 10, exchange: 'mx1' }),
  sampleHost(['192.0.2.2'], { preference: 20, exchange: 'mx2' }),
]);

function met(n: number, outcome: Session['outcome'], ...waits: number[]): Session {
  const stages = waits.map((ms) => ({
    stage: 'connect' as const,
    outcome: 'ok' as const,
    code: null,
    enhanced: null,
    ms,
    line: null,
  }));
  return sampleSession({
    n,
    address: `192.0.2.${n}`,
    outcome,
    stages,
    timings: { ...NO_TIMES, totalMs: 99_999 },
  });
}

const NO_TIMES = { connectMs: null, greetingMs: null, tlsMs: null, totalMs: null };

test.each<[string, Session[], number | null]>([
  ['nothing was opened', [], null],
  ['a session under way', [met(1, null)], null],
  ['the first takes it', [met(1, 'accepted', 10, 20), met(2, 'accepted', 500)], 30],
  ['the first refuses it', [met(1, 'permanent', 10, 20), met(2, 'accepted', 500)], 30],
  ['the first is dead', [met(1, 'timeout', 30_000), met(2, 'accepted', 500)], 30_500],
  ['nobody takes it', [met(1, 'timeout', 30_000), met(2, 'temporary', 500)], 30_500],
])('%s', (_, sessions, ms) => {
  expect(senderWaitMs({ route: ROUTE, sessions })).toBe(ms);
});

test('no route, no wait', () => {
  expect(senderWaitMs({ route: null, sessions: [met(1, 'accepted', 5)] })).toBeNull();
});
