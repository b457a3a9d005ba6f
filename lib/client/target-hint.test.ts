import { expect, test } from 'vitest';
import { no, ok } from '@/lib/result';
import { refusedHint, targetHint } from './target-hint';

const wrong = (at: number, length: number) => no({ say: 'No.', at, length });

test.each([
  ['nothing typed', '  ', wrong(0, 2), true, { kind: 'empty' }],
  [
    'wrong in the middle',
    'a b@c.example',
    wrong(1, 1),
    true,
    { kind: 'wrong', before: 'a', part: '␣', after: 'b@c.example' },
  ],
  ['not finished yet', 'user@', wrong(4, 1), true, { kind: 'unfinished' }],
  ['left unfinished', 'user@', wrong(5, 0), false, { kind: 'wrong', before: 'user@', part: '␣', after: '' }],
  ['a position outside', 'ab', wrong(9, 9), false, { kind: 'wrong', before: 'ab', part: '␣', after: '' }],
] as const)('%s', (_, input, parsed, isTyping, hint) =>
  expect(targetHint(input, parsed, isTyping)).toMatchObject(hint),
);

test('an international name is told in both forms', () => {
  const parsed = ok({
    kind: 'domain' as const,
    domain: 'xn--bcher-kva.example',
    domainUnicode: 'bücher.example',
  });
  expect(targetHint('bücher.example', parsed, true)).toMatchObject({
    say: expect.stringContaining('xn--bcher-kva.example'),
  });
});

test.each([
  ['no part is to blame', { input: 'a b', at: null, length: 0 }, { before: '', part: '', after: '' }],
  ['a position outside', { input: 'ab', at: 9, length: 9 }, { before: 'ab', part: '␣', after: '' }],
  ['in the middle', { input: 'a b', at: 1, length: 1 }, { before: 'a', part: '␣', after: 'b' }],
  ['at the end', { input: 'a@b_', at: 3, length: 1 }, { before: 'a@b', part: '_', after: '' }],
])('a refusal: %s', (_, refusal, marked) =>
  expect(refusedHint({ say: 'No.', ...refusal })).toEqual({ kind: 'wrong', say: 'No.', ...marked }),
);
