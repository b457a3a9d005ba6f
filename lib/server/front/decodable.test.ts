import { expect, test } from 'vitest';
import { decodable } from './decodable';

test.each([
  ['/check/%ff', '/check/%25ff'],
  ['/%', '/%25'],
  ['/%?%', '/%25?%25'],
  ['/a%20b?c=%c3%28', '/a%20b?c=%25c3%2528'],
  ['/a%20b?c=%20', '/a%20b?c=%20'],
  ['/a?b?%', '/a?b?%25'],
  ['/a?', '/a?'],
  ['', ''],
])('%s is asked for as %s', (url, taken) => expect(decodable(url)).toBe(taken));
