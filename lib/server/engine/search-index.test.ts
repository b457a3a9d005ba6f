import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FROZEN_AT, frozenChecks, keepFrozen } from '@/e2e/fixtures/frozen-checks';
import { openTestStore, type TestStore } from '@/e2e/fixtures/test-store';
import { readHandedOver } from '@/lib/complaint/mail-reading';
import { outlineOf } from '@/lib/report/outline';
import { SCHEMA_VERSION } from '@/lib/report/versions';
import { SEARCH_KINDS, SEARCH_VERSION } from '@/lib/search/entry';
import { newCheckId } from '@/lib/store/check-id';
import type { CheckStore } from '@/lib/store/store';
import { createSearchIndex } from './search-index';
import { storedReport } from './stored-report';

const PATIENT = { timeout: 60_000 };
const FROZEN = frozenChecks(SCHEMA_VERSION);

let opened: TestStore;
let store: CheckStore;

beforeEach(async () => {
  opened = await openTestStore();
  ({ store } = opened);
});
afterEach(() => opened.close());

async function enterAll(given: CheckStore = store): Promise<void> {
  const index = createSearchIndex({ store: given, readMail: given.readMail, severities: {}, pauseMs: 0 });
  index.look();
  index.look();
  await expect.poll(() => store.notEntered('check', SEARCH_VERSION, 1), PATIENT).toEqual([]);
  await expect.poll(() => store.notEntered('mail', SEARCH_VERSION, 1), PATIENT).toEqual([]);
  await index.close();
}

const found = async (...words: string[]) =>
  (await store.search({ words, quoted: [], kinds: SEARCH_KINDS, before: null, limit: 99 })).map(
    ({ objectId }) => objectId,
  );

test('what was there before can be found, each by its own words, and not what is under way', async () => {
  const [first = expect.unreachable()] = FROZEN;
  const ids: string[] = [];
  for (const one of FROZEN) ids.push(await keepFrozen(store, one));
  await keepFrozen(store, first, false);
  await enterAll();
  for (const [n, { target }] of FROZEN.entries()) expect(await found(target.domain)).toContain(ids[n]);
  expect((await found('smtp')).length).toBeGreaterThan(0);
  await store.removeCheck(ids[0] ?? '', { evenKept: true });
  expect(await found(first.target.domain)).not.toContain(ids[0]);
});

test('what lists know of a check is kept, and goes with it', async () => {
  const [first = expect.unreachable()] = FROZEN;
  const [ended, running] = [await keepFrozen(store, first), await keepFrozen(store, first, false)];
  await enterAll();
  const known = await store.outlinesOf([ended, running, newCheckId()]);
  expect([...known.keys()]).toEqual([ended]);
  const stored = (await store.read(ended)) ?? expect.unreachable();
  expect(known.get(ended)).toEqual(outlineOf(storedReport(stored, {})));
  await store.removeCheck(ended, { evenKept: true });
  expect((await store.outlinesOf([ended])).size).toBe(0);
  await store.keepOutline(ended, outlineOf(storedReport(stored, {})));
  expect((await store.outlinesOf([ended])).size).toBe(0);
});

test('what cannot be read is passed over, and holds up nothing', async () => {
  const [one = expect.unreachable(), other = expect.unreachable()] = FROZEN;
  const [broken, whole] = [await keepFrozen(store, one), await keepFrozen(store, other)];
  const read = store.read;
  const breaking = {
    ...store,
    read: (id: string) => (id === broken ? Promise.reject(new Error('damaged')) : read(id)),
  };
  await enterAll(breaking);
  expect(await found(other.target.domain)).toContain(whole);
  expect(await found(one.target.domain)).not.toContain(broken);
});

test('a mail is found by its recipients and replies', async () => {
  const ids = { id: newCheckId(), sharedId: newCheckId() };
  const raw = readFileSync('e2e/fixtures/bounces/inputs/postfix-two.eml');
  const reading = JSON.stringify(await readHandedOver(raw));
  const kept = { kind: 'bounce', rulesVersion: 3, at: FROZEN_AT, subjects: [], raw } as const;
  await store.keepMail({ ...ids, createdAt: FROZEN_AT, reading, sharedReading: reading, ...kept });
  await enterAll();
  expect(await found('carla@other.example', '5.2.2')).toEqual([ids.id]);
});

test('a mail that is read anew is found by what it says then', async () => {
  const ids = { id: newCheckId(), sharedId: newCheckId() };
  const raw = readFileSync('e2e/fixtures/bounces/inputs/postfix-two.eml');
  const unread = { kind: 'unread', rulesVersion: 3, reading: null, sharedReading: null } as const;
  await store.keepMail({ ...ids, createdAt: FROZEN_AT, ...unread, at: FROZEN_AT, subjects: [], raw });
  await enterAll();
  expect(await found('carla@other.example')).toEqual([]);
  const reading = JSON.stringify(await readHandedOver(raw));
  const read = { kind: 'bounce', rulesVersion: 3, reading, sharedReading: reading } as const;
  await store.keepReading(ids.id, { ...read, at: FROZEN_AT, subjects: [] });
  await enterAll();
  expect(await found('carla@other.example')).toEqual([ids.id]);
});
