import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStore, type TestStore } from '@/e2e/fixtures/test-store';
import { newCheckId } from '@/lib/store/check-id';
import type { Services } from '../engine/services';
import type { Caller } from './caller';
import { allNotes, listNotes } from './notes';

const ADA: Caller = { who: 'ada', account: null, ip: '192.0.2.1', rights: ['list'] };
/** More of each domain than two pages have. */
const EACH = 120;

let opened: TestStore;
let services: Services;

beforeAll(async () => {
  opened = await openTestStore();
  services = { store: opened.store } as Services;
  const unknown = { writtenAt: null, writtenBy: null, checkId: null };
  // One domain after the other: a page of the newest notes has none of the first one.
  for (const domain of ['a.test', 'b.test'])
    for (let n = 0; n < EACH; n++) {
      const createdAt = new Date(Date.UTC(2026, 5, 1, 10, n));
      await opened.store.writeNote({ id: newCheckId(), domain, createdAt, text: `word ${n}`, ...unknown });
    }
});
afterAll(() => opened.close());

test.each([
  ['no domain', { q: 'word', domain: 'a..b' }],
  ['nothing to be searched for', { q: '***' }],
])('%s is told', async (_, asked) => {
  await expect(listNotes(ADA, asked, services)).rejects.toMatchObject({ code: 'request-invalid' });
  await expect(allNotes(ADA, asked, services)).rejects.toMatchObject({ code: 'request-invalid' });
});

test.each([{}, { q: 'word' }])('pages of one domain are full: %j', async (asked) => {
  const first = await listNotes(ADA, { ...asked, domain: 'a.test' }, services);
  expect(first.items.map(({ text }) => text)).toEqual(
    Array.from({ length: 50 }, (_, n) => `word ${EACH - 1 - n}`),
  );
  expect(first.items.every(({ domain }) => domain === 'a.test')).toBe(true);
  const { items, next } = await listNotes(
    ADA,
    { ...asked, domain: 'a.test', cursor: first.next ?? '', limit: 100 },
    services,
  );
  expect([items.length, next]).toEqual([EACH - 50, null]);
});

test.each([{}, { q: 'word' }])('all of them need no pages: %j', async (asked) => {
  const { items, next } = await allNotes(ADA, asked, services);
  expect([new Set(items.map(({ id }) => id)).size, next]).toEqual([2 * EACH, null]);
  expect((await allNotes(ADA, { ...asked, domain: 'a.test' }, services)).items).toHaveLength(EACH);
});

test('with more characters than are given at once, the rest is behind a cursor', async () => {
  const { store } = opened;
  const unknown = { writtenAt: null, writtenBy: null, checkId: null };
  const long = 'long '.repeat(20_000);
  for (let n = 0; n < 101; n++)
    await store.writeNote({
      id: newCheckId(),
      domain: 'c.test',
      createdAt: new Date(),
      text: long,
      ...unknown,
    });
  const first = await allNotes(ADA, { domain: 'c.test' }, services);
  expect(first.items).toHaveLength(100);
  const rest = await allNotes(ADA, { domain: 'c.test', cursor: first.next ?? '' }, services);
  expect([rest.items.length, rest.next]).toEqual([1, null]);
});
