import { expect, test } from 'vitest';
import { asMarkdown, escapeMarkdown } from './as-markdown';

test.each([
  ['a_b*c', 'a\\_b\\*c'],
  ['[x](y)', '\\[x\\](y)'],
  ['<script>', '\\<script\\>'],
  ['`x`', '\\`x\\`'],
  ['a\\b', 'a\\\\b'],
  ['&amp;', '\\&amp;'],
  ['a | b', 'a \\| b'],
  ['~~gone~~', '\\~\\~gone\\~\\~'],
  ['# no heading', '\\# no heading'],
  ['- no item', '\\- no item'],
  ['  + no item', '  \\+ no item'],
  ['=== no underline', '\\=== no underline'],
  ['--- no rule', '\\--- no rule'],
  ['12. no item', '12\\. no item'],
  ['3) no item', '3\\) no item'],
  ['     no code', ' no code'],
  ['see https://evil.example', 'see https\\://evil.example'],
  ['see www.evil.example', 'see www\\.evil.example'],
])('CommonMark 0.31 §2.4: %j means itself', (line, escaped) => expect(escapeMarkdown(line)).toBe(escaped));

test.each(['plain words', 'mx1.example.org', 'user@example.org', '550 5.1.1 no', '192.0.2.1'])(
  '%j stays as it is',
  (line) => expect(escapeMarkdown(line)).toBe(line),
);

test('a fence is longer than any run of backticks in it', () =>
  expect(asMarkdown([{ kind: 'quote', lines: ['a ```` b', '```'] }])).toBe(
    '`````text\na ```` b\n```\n`````\n',
  ));

test('our own link is one', () =>
  expect(asMarkdown([{ kind: 'link', name: 'Proof', url: 'https://x.example/check/y' }])).toBe(
    'Proof: <https://x.example/check/y>\n',
  ));
