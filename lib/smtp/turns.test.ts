import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TranscriptLine } from '@/lib/smtp/session';
import { turnCode, turnsOf } from './turns';

function lines(
  ...said: (readonly [TranscriptLine['who'], string, TranscriptLine['stage']])[]
): TranscriptLine[] {
  return said.map(([who, text, stage], index) => ({
    seq: index + 1,
    at: index,
    who,
    text,
    stage,
    secure: false,
  }));
}

test('RFC 5321 §4.2.1 a reply of several lines is one turn, the next reply another', () => {
  const turns = turnsOf(
    lines(
      ['server', '250-a', 'ehlo'],
      ['server', '250 b', 'ehlo'],
      ['server', '250 c', 'ehlo'],
      ['client', 'QUIT', 'quit'],
    ),
  );
  expect(turns.map((turn) => turn.lines.length)).toEqual([2, 1, 1]);
});

test('the lines of a message are one turn', () => {
  const turns = turnsOf(
    lines(['client', 'Subject: x', 'message'], ['client', '.', 'message'], ['server', '250 ok', 'message']),
  );
  expect(turns.map((turn) => turn.lines.length)).toEqual([2, 1]);
});

test.each([
  ['hello', null],
  ['2500', null],
  ['', null],
  ['250', 250],
  ['250-a', 250],
  ['421 busy', 421],
])('the code of %j is %s', (text, code) => {
  const [turn] = turnsOf(lines(['server', text, 'ehlo']));
  expect(turn && turnCode(turn)).toBe(code);
});

test('no line is lost or reordered', () => {
  const line = fc.record({
    seq: fc.nat(),
    at: fc.nat(),
    who: fc.constantFrom('client' as const, 'server' as const, 'event' as const),
    secure: fc.boolean(),
    text: fc.string(),
    stage: fc.constantFrom('ehlo' as const, 'message' as const),
  });
  fc.assert(
    fc.property(fc.array(line), (all) => {
      expect(turnsOf(all).flatMap((turn) => turn.lines)).toEqual(all);
    }),
  );
});
