import { expect, test } from 'vitest';
import { checkAgain } from './check-again';

type Said = readonly [mailbox: string, isFailed: boolean | null];

test.each<[string, Said[], string[]]>([
  ['nothing', [], ['a.example']],
  ['one under way', [['x@a.example', null]], ['x@a.example', 'a.example']],
  [
    'the one that failed, although another was asked for later',
    [
      ['ok@a.example', false],
      ['no@a.example', true],
    ],
    ['no@a.example', 'a.example'],
  ],
  [
    'one that failed, and was accepted since, has not failed',
    [
      ['was@a.example', null],
      ['was@a.example', false],
      ['was@a.example', true],
      ['no@a.example', true],
    ],
    ['no@a.example', 'a.example'],
  ],
  [
    'the one asked for last, when none failed',
    [
      ['b@a.example', false],
      ['c@a.example', false],
    ],
    ['b@a.example', 'a.example'],
  ],
])('%s', (_, said, targets) => {
  const tries = said.map(([mailbox, isFailed]) => ({ mailbox, at: '', isFailed }));
  expect(checkAgain('a.example', tries)).toEqual(targets);
});
