import { expect, test } from 'vitest';
import { tokensOf } from './tokens';

test.each([
  ['', []],
  ['\0 -_. \t', []],
  ['Bücher ÉTÉ', ['bucher', 'ete']],
  ['user@MX1.example', ['user', 'mx1', 'example']],
  ['a\0b', ['a', 'b']],
  ['550 5.7.1', ['550', '5', '7', '1']],
  ['한국어', ['한국어']],
  ['😀x', ['x']],
])('%j has the words %j', (text, words) => expect(tokensOf(text)).toEqual(words));
