import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AS_SHIPPED } from '@/lib/findings/severities';
import { SEARCH_VERSION } from '@/lib/search/entry';
import { createMailReader } from '@/lib/server/engine/mail-reader/mail-reader';
import { storedReport } from '@/lib/server/engine/stored-report';
import { openTestStore, type TestStore } from '../fixtures/test-store';
import { SCENARIOS } from '../scenarios/all';
import { makeDatabase } from './make-database';
import { mouldsOf } from './moulds';
import { domainName } from './names';
import { seedStore, type SeedParts } from './seed-store';

const SIZE = { checks: 200, domains: 4 };
const until = new Date('2026-11-30T00:00:00.000Z');
/** Beside other domains of the same internet, which proofs name. */
const OF_SCENARIOS = /(?:@|mx\d\.|ns\d\.)(?:healthy|implicit-mx|mailbox-unknown|domain-not-found)\.test/i;
const reader = createMailReader();
let parts: SeedParts;
let one: TestStore;
let other: TestStore;

beforeAll(async () => {
  const named = (...names: string[]) => mouldsOf(SCENARIOS.filter(({ name }) => names.includes(name)));
  const moulds = {
    usual: await named('healthy', 'implicit-mx'),
    troubles: await named('mailbox-unknown', 'domain-not-found'),
  };
  parts = { moulds, reader, until };
  [one, other] = [await openTestStore(), await openTestStore()];
  await seedStore(one.store, parts, SIZE);
  await seedStore(other.store, parts, SIZE);
});
afterAll(async () => {
  await Promise.all([one.close(), other.close(), reader.close()]);
});

test('a file that is there is left as it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mxproof-seed-'));
  const file = join(folder, 'somebodys.db');
  writeFileSync(file, 'of somebody');
  await expect(makeDatabase(file, { checks: 1, domains: 1 })).rejects.toThrow(/already/);
  expect(readFileSync(file, 'utf8')).toBe('of somebody');
  rmSync(folder, { recursive: true });
});

test('what is made twice is the same', async () => {
  const [first, second] = [await one.store.list({ limit: 100 }), await other.store.list({ limit: 100 })];
  expect(first.items).toHaveLength(100);
  expect(first).toEqual(second);
});

test('every check can be read, is of its domain alone, and judged as it was kept', async () => {
  const { items } = await one.store.list({ limit: 100 });
  for (const { id, target, verdict, startedAt } of items) {
    const stored = await one.store.read(id);
    if (stored === null) throw new Error('It is not there.');
    const report = storedReport(stored, AS_SHIPPED);
    expect(report).toMatchObject({ id, target, status: 'done', startedAt });
    expect(report.verdict).toMatchObject({ ...verdict });
    expect(JSON.stringify(report)).not.toMatch(OF_SCENARIOS);
  }
});

test('all that a domain shows is there: checks that differ, bounces, notes', async () => {
  const domains = Array.from({ length: SIZE.domains }, (_, n) => domainName(n));
  const { items } = await one.store.list({ domain: domains[0] ?? '', limit: 100 });
  expect(new Set(items.map(({ verdict }) => verdict?.outcome)).size).toBeGreaterThan(1);
  const [mails, notes] = [
    await one.store.listMails({ kinds: ['bounce'], limit: 10 }),
    await one.store.listNotes({ limit: 10 }),
  ];
  expect(mails.items).toHaveLength(4);
  expect(mails.items.every(({ at, createdAt }) => Date.parse(createdAt) - Date.parse(at) < 1_000)).toBe(true);
  expect(notes.items).toHaveLength(2);
});

test('everything can be found, and nothing is left to enter', async () => {
  expect(await one.store.notEntered('check', SEARCH_VERSION, 1)).toEqual([]);
  expect(await one.store.notEntered('mail', SEARCH_VERSION, 1)).toEqual([]);
  const { items } = await one.store.list({ limit: 100 });
  expect((await one.store.outlinesOf(items.map(({ id }) => id))).size).toBe(items.length);
  const query = { words: [domainName(0)], quoted: [], before: null, limit: 100 };
  expect((await one.store.search({ ...query, kinds: ['check'] })).length).toBeGreaterThan(10);
});
