import { expect, test } from 'vitest';
import { pathToReturnTo } from './return-path';

test.each([
  [null, '/'],
  ['', '/'],
  ['evil.example', '/'],
  ['https://evil.example/', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/a\r\nset-cookie: x', '/'],
  ['/settings', '/settings'],
  ['/check/abc?x=1#proof', '/check/abc?x=1#proof'],
])('%j leads to %j', (text, path) => expect(pathToReturnTo(text)).toBe(path));
