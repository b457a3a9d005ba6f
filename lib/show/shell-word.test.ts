import { expect, test } from 'vitest';
import { isReadByProgram, shellWord } from './shell-word';

test.each([
  ['', "''"],
  ['plain@example.org', 'plain@example.org'],
  ['$(id)', "'$(id)'"],
  ["o'brien", String.raw`'o'\''brien'`],
  ['two\nlines', "'two\nlines'"],
  ['\u0003', String.raw`$'\003'`],
  ['\u001b[201~; id', String.raw`$'\033[201~; id'`],
  ["\u0007'\\", String.raw`$'\007\'\\'`],
  ['\u009b31m', String.raw`$'\302\23331m'`],
])('%j is one word: %s', (text, word) => {
  expect(shellWord(text)).toBe(word);
});

test.each([
  ['--output=/tmp/x@d', true],
  ['@/etc/passwd', true],
  ['user@example.org', false],
  ['', false],
])('%j is read by the program: %s', (word, isRead) => {
  expect(isReadByProgram(word)).toBe(isRead);
});
