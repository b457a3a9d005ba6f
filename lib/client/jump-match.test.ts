import { expect, test } from 'vitest';
import { domainIn, isMeant } from './jump-match';

test.each([
  ['History of example.org', 'example.com', false],
  ['History of example.org', 'of exemple', false],
  ['', 'a', false],
  ['History of example.org', '', true],
  ['History of example.org', '  ', true],
  ['History of Example.org', ' EXAMPLE  hist', true],
  ['Read a complaint feedback', 'feed', true],
])('%j, typed %j: %s', (words, typed, isIt) => expect(isMeant(words, typed)).toBe(isIt));

test.each([
  ['', null],
  ['localhost', null],
  ['a b.example', null],
  ['user@', null],
  ['example.org', 'example.org'],
  [' user@example.org ', 'example.org'],
])('domain in %j: %j', (typed, domain) => expect(domainIn(typed)).toBe(domain));
