import { expect, test } from 'vitest';
import { compareFigures, readFigures, writeFigures } from './figures';

const PAGE = `# Figures

## Speed

| what | measured | at most |
| ---- | -------- | ------- |
| page | 1        | 2       |

## Scores

Words, with a | in them.

| set     | figure       | value  |
| ------- | ------------ | ------ |
| a       | cases        | 2      |
| a       | right        | 1      |
| a       | strict       | 0.5    |
| own/b-c | falseBounces | 3      |

## Last

Words.
`;
const A = { cases: 2, right: 1, strict: 0.5 };

test('the table of scores alone is read', () => {
  expect(() => readFigures('# Figures\n\n| a | cases | 2 |\n')).toThrow('no heading "Scores"');
  expect([...readFigures(PAGE)]).toEqual([
    ['a', A],
    ['own/b-c', { falseBounces: 3 }],
  ]);
});

test.each([
  [{ ...A, right: 0 }, ['a right was 1 and is 0.']],
  [{ ...A, cases: 1 }, ['a cases was 2 and is 1.']],
  [{ ...A, strict: 0.4999 }, ['a strict was 0.5 and is 0.4999.']],
  [{ ...A, lenient: 0.5 }, ['a lenient has no row in docs/figures.md; it is 0.5.']],
  [{ cases: 2, right: 1 }, ['a strict has a row in docs/figures.md, and no scorer prints it.']],
  [{ ...A, strict: 0.49996 }, []],
  [{ ...A, right: 2, strict: 1 }, []],
])('%j: %j', (got, complaints) => {
  expect(compareFigures(readFigures(PAGE), new Map([['a', got]]))).toEqual(complaints);
});

test('of some figures more is worse; of a set without rows each figure is told', () => {
  const wanted = new Map([['b', { cases: 0, right: 0, falseBounces: 3 }]]);
  const got = (falseBounces: number) => new Map([['b', { cases: 0, right: 0, falseBounces }]]);
  expect(compareFigures(wanted, got(4))).toEqual(['b falseBounces was 3 and is 4.']);
  expect(compareFigures(wanted, got(2))).toEqual([]);
  expect(compareFigures(new Map(), got(2))).toHaveLength(3);
});

test('what is written is read again; sets that did not run stay, and so does the rest of the page', () => {
  const page = writeFigures(PAGE, new Map([['a', { ...A, right: 2 }]]));
  expect([...readFigures(page)]).toEqual([
    ['a', { ...A, right: 2 }],
    ['own/b-c', { falseBounces: 3 }],
  ]);
  expect(page).toContain('Words, with a | in them.\n\n| set |');
  expect(page).toMatch(/^# Figures\n\n## Speed\n\n\| what/);
  expect(page).toMatch(/\n\n## Last\n\nWords\.\n$/);
});

test('a page without a table gets one', () => {
  const page = writeFigures('## Scores\n', new Map([['a', A]]));
  expect([...readFigures(page)]).toEqual([['a', A]]);
});
