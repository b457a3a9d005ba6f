import { expect, test } from 'vitest';
import { refusedReport } from '@/e2e/fixtures/refused';
import type { Session } from '@/lib/smtp/session';
import { stagesSoFar } from './stages-so-far';

const [closed] = refusedReport.sessions;

function goingOn(lines: number): Session[] {
  return closed
    ? [{ ...closed, outcome: null, stages: [], transcript: closed.transcript.slice(0, lines) }]
    : [];
}

test.each([
  ['nothing yet', 0, []],
  ['connected, waiting for the greeting', 1, ['connect ok']],
  ['in the middle of a reply', 6, ['connect ok', 'greeting 220']],
  ['the reply is whole', 8, ['connect ok', 'greeting 220', 'ehlo 250']],
  ['under TLS', 11, ['connect ok', 'greeting 220', 'ehlo 250', 'starttls 220', 'tls ok']],
])('%s', (_, lines, stages) => {
  const read = goingOn(lines).flatMap(stagesSoFar);
  expect(read.map(({ stage, code, outcome }) => `${stage} ${code ?? outcome}`)).toEqual(stages);
});

test('read off its transcript, a closed session says the same as its results', () => {
  expect(goingOn(99).flatMap(stagesSoFar)).toEqual(closed?.stages);
});
