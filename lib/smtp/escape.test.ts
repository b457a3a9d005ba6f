import { expect, test } from 'vitest';
import { escapeText } from './escape';

test.each([
  ['\u001b[31m', String.raw`\x1b[31m`],
  ['\u009b31m', String.raw`\xc2\x9b31m`],
  ['a\u202eb', String.raw`a\xe2\x80\xaeb`],
  ['a\u{e0041}b', String.raw`a\xf3\xa0\x81\x81b`],
  ['\ufeffa', String.raw`\xef\xbb\xbfa`],
  ['Grüße, 你好', 'Grüße, 你好'],
  ['', ''],
])('%j is shown as %s', (text, shown) => {
  expect(escapeText(text)).toBe(shown);
});
