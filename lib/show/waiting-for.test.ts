import { expect, test } from 'vitest';
import { refusedReport } from '@/e2e/fixtures/refused';
import type { Session } from '@/lib/smtp/session';
import { latestMs, waitWords } from './waiting-for';

const LIMITS = { connect: 15_000, greeting: 60_000, reply: 300_000 };
const [closed] = refusedReport.sessions;

/** The session as it was after so many lines. */
function after(lines: number, about: Partial<Session> = {}): Session[] {
  if (closed === undefined) return [];
  const transcript = closed.transcript.slice(0, lines);
  return [{ ...closed, outcome: null, waiting: false, stages: [], atMs: 1_000, transcript, ...about }];
}

test.each<[string, Session[], number, string]>([
  ['nothing opened', [], 5_000, ''],
  ['connecting', after(0), 4_400, ': waiting for the connection, 3 of 15 s'],
  ['connected', after(1), 8_900, ': waiting for the greeting, 7 of 60 s'],
  ['it has greeted, and we are about to speak', after(2), 9_000, ''],
  ['EHLO is said', after(3), 3_500, ': waiting for the reply to EHLO, 2 of 300 s'],
  ['held back', after(0, { waiting: true }), 4_000, ''],
  ['over', after(1, { outcome: 'silent' }), 4_000, ''],
  ['never beyond the limit', after(0), 90_000, ': waiting for the connection, 15 of 15 s'],
  ['a clock that is behind', after(0), 500, ': waiting for the connection, 0 of 15 s'],
  ['several', [...after(1), ...after(0)], 8_900, ': waiting for the connection, 7 of 15 s (and 1 more)'],
])('%s', (_, sessions, nowMs, words) => {
  expect(waitWords({ sessions }, nowMs, LIMITS)).toBe(words === '' ? '' : `${closed?.exchange}${words}`);
});

test('the clock of a check is never behind what has been seen', () => {
  expect(latestMs({ trace: { queryCount: 0, steps: [] }, sessions: [] })).toBe(0);
  const [session] = after(1);
  const at = session?.transcript[0]?.at ?? NaN;
  expect(latestMs({ trace: { queryCount: 0, steps: [] }, sessions: after(1) })).toBe(1_000 + at);
});
