import { expect, test } from 'vitest';
import { isOverwritten } from './overwritten';

test.each([
  ['', false],
  ['mx1.example.org ESMTP', false],
  ['*** Welcome ***', false],
  ['******** no advertising here ********', false],
  ['XFORWARD NAME ADDR', false],
  ['X-EXPS', false],
  ['XXX', false],
  ['XCLIENT', false],
  ['XXXX.example.org', false],
  ['****************************2******0*', true],
  ['****', true],
  ['XXXX', true],
  ['XXXXXXXA', true],
  ['XXXXXXXXB', true],
  [' XXXXXXXA ', true],
])('%j: %s', (text, expected) => {
  expect(isOverwritten(text)).toBe(expected);
});
