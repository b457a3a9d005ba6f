import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_QUERY, matchOf, parseQuery, type SearchFault, type SearchQuery } from './query';

describe('what was typed', () => {
  test.each<[string, string, SearchFault]>([
    ['nothing', '', 'empty'],
    ['spaces', ' \t\n', 'empty'],
    ['signs', '-- * ^ : ( )', 'no-letter'],
    ['signs in quotation marks', '"***"', 'no-letter'],
    ['an empty quotation', '""', 'no-letter'],
    ['a picture, of which the index has nothing', '😀', 'no-letter'],
    ['too much', 'x'.repeat(MAX_QUERY + 1), 'too-long'],
    ['too many words', 'a '.repeat(21), 'too-many-words'],
  ])('%s', (_, typed, fault) => expect(parseQuery(typed)).toEqual({ ok: false, fault }));

  test.each<[string, string, SearchQuery]>([
    ['half of a character', 'a\ud800b', { words: ['a\ufffdb'], quoted: [] }],
    ['words of operators', 'a OR b AND NOT c*', { words: ['a', 'OR', 'b', 'AND', 'NOT', 'c*'], quoted: [] }],
    ['signs beside words', '550 -- 5.1.1', { words: ['550', '5.1.1'], quoted: [] }],
    ['a mark that is never closed', 'x "user unknown', { words: ['x', '"user', 'unknown'], quoted: [] }],
    ['a quotation', 'mx1 "user  unknown" 550', { words: ['mx1', '550'], quoted: ['user  unknown'] }],
    ['a quotation within a word', 'a"b c"d', { words: ['a', 'd'], quoted: ['b c'] }],
    ['signs in a quotation beside a word', 'a "--"', { words: ['a'], quoted: ['--'] }],
    ['an address', '<user@example.com>', { words: ['<user@example.com>'], quoted: [] }],
  ])('%s', (_, typed, query) => expect(parseQuery(typed)).toEqual({ ok: true, query }));

  test('anything is read, and nothing of it is an operator', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: MAX_QUERY }), (typed) => {
        const parsed = parseQuery(typed);
        if (!parsed.ok) return;
        // Outside of its strings, MATCH has nothing but AND and the sign of a beginning.
        expect(
          matchOf(parsed.query)
            .replace(/"(?:[^"]|"")*"/g, '')
            .replace(/[ *]|AND/g, ''),
        ).toBe('');
      }),
    );
  });
});
