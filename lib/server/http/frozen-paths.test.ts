import { expect, test } from 'vitest';
import { frozenPath, isFrozenPath } from './frozen-paths';

test.each([
  ['nothing', null, null],
  ['no page', '/nothing', null],
  ['the handler itself, which would ask itself', '/api/page?x=/bounce', null],
  ['below a page', '/bounce/a/b', null],
  ['the empty name', '/bounce/', null],
  ['a name of another server', '//evil.example/bounce', '/bounce'],
  ['an address whole, as for a proxy', 'http://evil.example/explain?reply=a', '/explain?reply=a'],
  ['a way up', '/bounce/../nothing/x', null],
  ['an address that is none', 'http://[', null],
  ['the start', '/', '/'],
  ['a check', '/check/x', '/check/x'],
  ['a query, to the byte', '/explain?reply=550+%3Ca%3E&reply=b', '/explain?reply=550+%3Ca%3E&reply=b'],
  ['a name with its escapes', '/domain/b%C3%BCcher.example?cursor=a', '/domain/b%C3%BCcher.example?cursor=a'],
])('%s', (_, url, path) => expect(frozenPath(url)).toBe(path));

test.each([
  ['/check/x', true],
  ['/feedback/x', true],
  ['/check/x/report.txt', false],
  ['/check/x/report.md', false],
  ['/check/x/mail.txt', false],
  ['/explain/x', false],
])('%s is without React: %s', (path, isFrozen) => expect(isFrozenPath(path)).toBe(isFrozen));
