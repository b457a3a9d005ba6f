import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestStore, type TestStore } from '@/e2e/fixtures/test-store';
import { SEARCH_KINDS } from '@/lib/search/entry';
import { parseQuery } from '@/lib/search/query';
import type { CheckStore } from './store';

const AT = new Date('2026-11-29T00:00:00Z');
const UNKNOWN = { writtenAt: AT, writtenBy: null, checkId: null };

let opened: TestStore;
let store: CheckStore;

beforeEach(async () => {
  opened = await openTestStore();
  ({ store } = opened);
});
afterEach(() => opened.close());

const write = (id: string, text: string, domain = 'a.example') =>
  store.writeNote({ id, domain, createdAt: AT, text, ...UNKNOWN });

async function found(typed: string, before: number | null = null, limit = 10): Promise<string[]> {
  const parsed = parseQuery(typed);
  if (!parsed.ok) expect.unreachable();
  const entries = await store.search({ ...parsed.query, kinds: SEARCH_KINDS, before, limit });
  return entries.map(({ objectId }) => objectId);
}

test.each([
  ['a word as it begins', 'postf', true],
  ['a word as it ends', 'fix', false],
  ['another case and accents', 'BUCHER', true],
  ['two words in any order', 'off smtputf8', true],
  ['one of two that is not there', 'smtputf8 on', false],
  ['an address by its parts', 'user@mx1.example', true],
  ['words of operators', 'NOT smtputf8', false],
  ['a quotation to the character', '"smtputf8_enable = off"', true],
  ['a quotation that ends within a word', '"smtputf8_enable = o"', true],
  ['a quotation that begins within a word', '"utf8_enable = off"', false],
  ['a quotation with another sign', '"smtputf8_enable: off"', false],
  ['a quotation with signs of LIKE', '"100% of a_b"', true],
  ['a quotation in which those stand for others', '"1% of a_b"', false],
  ['a tab', '"a\tb"', true],
  ['its domain', 'a.example', true],
])('%s', async (_, typed, isFound) => {
  await write('n', 'Postfix: smtputf8_enable = off\nfor user@mx1.example, Bücher\n100% of a_b\na\tb');
  expect(await found(typed)).toEqual(isFound ? ['n'] : []);
});

test('newest first, page after page', async () => {
  for (const id of ['1', '2', '3']) await write(id, 'x');
  expect(await found('x', null, 2)).toEqual(['3', '2']);
  const [, second] = await store.search({
    words: ['x'],
    quoted: [],
    kinds: ['note'],
    before: null,
    limit: 2,
  });
  expect(await found('x', second?.place ?? null, 2)).toEqual(['1']);
  expect(await store.search({ words: ['x'], quoted: [], kinds: ['check'], before: null, limit: 2 })).toEqual(
    [],
  );
});

test('a note is found by what it says now, and not when it is gone', async () => {
  await write('n', 'before');
  const edit = { id: 'n', edits: 0, createdAt: AT, text: 'after', at: AT, by: null };
  expect(await store.editNote(edit)).toBe('edited');
  expect([await found('before'), await found('after')]).toEqual([[], ['n']]);
  await store.removeNote('n');
  expect(await found('after')).toEqual([]);
});

test('two who edit one note: the second is told, and nothing is lost', async () => {
  await write('n', 'first');
  const edit = (text: string, edits: number) => ({ id: 'n', edits, createdAt: AT, text, at: AT, by: text });
  expect(await store.editNote(edit('ada', 0))).toBe('edited');
  expect(await store.editNote(edit('bob', 0))).toBe('conflict');
  expect(await store.readNote('n')).toMatchObject({ text: 'ada', edits: 1, edited: { by: 'ada' } });
  expect(await store.editNote(edit('bob', 1))).toBe('edited');
  expect((await store.earlierNotes('n')).map(({ text, replacedBy }) => [text, replacedBy])).toEqual([
    ['first', 'ada'],
    ['ada', 'bob'],
  ]);
  expect(await store.editNote({ ...edit('x', 0), id: 'none' })).toBe('gone');
});

test('a domain has its notes and those of the whole installation; text is kept to the character', async () => {
  const text = '\t first \r\nsecond\u2028 \u202e😀 "\'; DROP TABLE "Note"; --\n\n';
  await write('own', text);
  await write('all', 'x', '');
  await write('other', 'x', 'b.example');
  const notes = await store.notesOf({ domain: 'a.example', before: null, limit: 10 });
  expect(notes.map(({ id }) => id)).toEqual(['own', 'all']);
  expect((await store.readNote('own'))?.text).toBe(text);
  expect((await store.listNotes({ domain: 'a.example', limit: 10 })).items.map(({ id }) => id)).toEqual([
    'own',
  ]);
  const { items, next } = await store.listNotes({ limit: 2 });
  expect(items.map(({ id }) => id)).toEqual(['own', 'other']);
  expect((await store.listNotes({ limit: 2, cursor: next ?? '' })).items.map(({ id }) => id)).toEqual([
    'all',
  ]);
});

test('whatever is searched for, SQLite takes it', async () => {
  await write('n', 'x');
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (typed) => {
      const parsed = parseQuery(typed);
      if (parsed.ok) await store.search({ ...parsed.query, kinds: SEARCH_KINDS, before: null, limit: 1 });
    }),
    { numRuns: 200 },
  );
});
