import { expect, test } from 'vitest';
import { summarise } from './outcome';

const right = { figure: 'a', isRight: true, miss: '' } as const;
const wrong = { figure: 'a', isRight: false, miss: 'x, should be y' } as const;
const besideWrong = { figure: 'b', isRight: false, miss: 'z' } as const;

test('nothing has no figures but its counts', () => {
  expect(summarise([], ['a'])).toEqual({ lines: [], figures: { cases: 0, right: 0 } });
});

test('a case is right with right points only, or none; what stands beside has a figure and does not count', () => {
  const outcomes = [
    { name: 'one', points: [right, wrong] },
    { name: 'two', points: [right], beside: [besideWrong] },
    { name: 'three', points: [] },
    { name: 'four', points: [] },
  ];
  expect(summarise(outcomes, ['b', 'a'])).toEqual({
    lines: ['one: a: x, should be y', 'two: b: z'],
    figures: { cases: 4, right: 3, b: 0, a: 0.6667 },
  });
});
