import { expect, test } from 'vitest';
import { sampleSummary } from '@/lib/report/sample';
import type { CheckSummary } from '@/lib/report/summary';
import { alikeRuns } from './alike-runs';

interface Line {
  what: string;
  check: CheckSummary | null;
}

function line(input: string, headline = 'same', about: Partial<CheckSummary> = {}): Line {
  const target = { input, kind: 'domain', domain: input, domainUnicode: input } as const;
  const verdict = { outcome: 'accepted', side: 'none', stage: null, headline } as const;
  return { what: 'check', check: sampleSummary({ target, verdict, ...about }) };
}

const note: Line = { what: 'note', check: null };
const lengths = (lines: Line[]) => alikeRuns(lines, ({ check }) => check).map(({ alike }) => alike.length);

test('a check that has seen something otherwise than the one below it ends a run, and is in it', () => {
  const lines = Array.from({ length: 7 }, () => line('a'));
  const runs = alikeRuns(
    lines,
    ({ check }) => check,
    (one) => one === lines[2],
  );
  expect(runs.map(({ alike }) => alike.length)).toEqual([2, 3]);
});

test.each<[string, Line[], number[]]>([
  ['nothing', [], []],
  ['two alike stay two', [line('a'), line('a')], [0, 0]],
  ['three alike are one run', [line('a'), line('a'), line('a')], [2]],
  ['a note ends a run', [line('a'), line('a'), note, line('a')], [0, 0, 0, 0]],
  ['another verdict ends a run', [line('a'), line('a'), line('a'), line('a', 'other')], [2, 0]],
  ['another mailbox ends a run', [line('a'), line('b'), line('a')], [0, 0, 0]],
  ['what is kept stands by itself', [line('a'), line('a', 'same', { isKept: true }), line('a')], [0, 0, 0]],
  [
    'what has not ended stands by itself',
    Array.from({ length: 3 }, () => line('a', 'same', { status: 'running' })),
    [0, 0, 0],
  ],
  ['notes are no run', [note, note, note], [0, 0, 0]],
])('%s', (_, lines, expected) => expect(lengths(lines)).toEqual(expected));
