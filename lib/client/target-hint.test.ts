import { expect, test } from 'vitest';
import { no, ok } from '@/lib/result';
import { targetHint } from './target-hint';

const wrong = (at: number, length: number) => no({ say: 'No.', at, length });

test.each([
  ['nothing typed', '  ', wrong(0, 2), true, { kind: 'empty' }],
  [
    'wrong in the middle',
    'a b@c.example',
    wrong(1, 1),
    true,
    { kind: 'wrong', before: 'a', part: ' ', after: 'b@c.example' },
  ],
  ['not finished yet', 'user@', wrong(4, 1), true, { kind: 'unfinished' }],
  ['left unfinished', 'user@', wrong(5, 0), false, { kind: 'wrong', before: 'user@', part: '', after: '' }],
  ['a position outside', 'ab', wrong(9, 9), false, { kind: 'wrong', before: 'ab', part: '', after: '' }],
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
