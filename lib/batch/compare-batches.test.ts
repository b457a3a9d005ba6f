import { expect, test } from 'vitest';
import type { TargetChange } from './batch';
import { changeOf, compareBatches, type TargetResult } from './compare-batches';

const result = (outcome: TargetResult['outcome'], ...findings: string[]): TargetResult => ({
  outcome,
  findings,
});

test.each<[before: TargetResult | null, after: TargetResult, change: TargetChange]>([
  [null, result('accepted'), 'new'],
  [result('accepted'), result('accepted'), 'same'],
  [result('accepted', 'a', 'b'), result('accepted', 'b', 'a'), 'same'],
  [result('accepted', 'a'), result('accepted', 'b'), 'other'],
  [result('accepted', 'a'), result('accepted'), 'other'],
  [result('permanent', 'a'), result('accepted'), 'better'],
  [result('accepted'), result('temporary'), 'worse'],
  [result('permanent'), result('no-mail'), 'other'],
  [result('accepted'), result('unknown'), 'other'],
  [result('interrupted'), result('accepted'), 'other'],
])('%j, then %j: %s', (before, after, change) => expect(changeOf(before, after)).toBe(change));

test('two runs: only what differs, with what has appeared and what has gone', () => {
  const before = new Map([
    ['a.example', result('accepted', 'x')],
    ['b.example', result('temporary', 'y', 'z')],
    ['d.example', result('accepted')],
  ]);
  const after = new Map([
    ['c.example', result('accepted')],
    ['b.example', result('permanent', 'z', 'w')],
    ['a.example', result('accepted', 'x')],
  ]);
  expect(compareBatches(before, after)).toEqual([
    { key: 'c.example', change: 'new', before: null, after: result('accepted'), appeared: [], gone: [] },
    {
      key: 'b.example',
      change: 'worse',
      before: result('temporary', 'y', 'z'),
      after: result('permanent', 'z', 'w'),
      appeared: ['w'],
      gone: ['y'],
    },
  ]);
});
