import { expect, test } from 'vitest';
import { z } from 'zod';
import { mayComeFrom, readMessageFrom } from './message-from';

const read = (text: string) => z.string().transform(readMessageFrom).safeParse(text);

test.each(['a b@example.org', '@', '*', '[192.0.2.1]', 'example.org\r\nRCPT TO:<x@y>'])(
  '%j is refused',
  (entry) => {
    expect(read(`a@b.example, ${entry}`).error?.message).toContain(
      'must be mail addresses, domains or <>, separated by commas',
    );
  },
);

test.each([
  ['', []],
  ['A@B.example,<>, Bücher.Example', ['A@b.example', '<>', 'xn--bcher-kva.example']],
])('%j is read in the form of the wire', (text, entries) => expect(read(text).data).toEqual(entries));

test.each([
  ['ceo@victim.example', false],
  ['ada@sub.example.org', false],
  ['ada@notexample.org', false],
  ['example.org@victim.example', false],
  ['TEST@b.example', false],
  ['"x@example.org"@victim.example', false],
  ['<>', false],
  ['ada@example.org', true],
  ['test@b.example', true],
])('test@b.example and example.org: %s %s', (sender, may) =>
  expect(mayComeFrom(sender, ['test@b.example', 'example.org'])).toBe(may),
);

test('the null sender, where it is named', () => expect(mayComeFrom('<>', ['<>'])).toBe(true));
