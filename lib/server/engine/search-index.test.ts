import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readHandedOver } from '@/lib/complaint/mail-reading';
import type { CheckOptions, TargetView, Vantage } from '@/lib/report/report';
import { SCHEMA_VERSION } from '@/lib/report/versions';
import { SEARCH_KINDS } from '@/lib/search/entry';
import { newCheckId } from '@/lib/store/check-id';
import { openEvidence } from '@/lib/store/evidence';
import { openPrismaStore } from '@/lib/store/prisma-store';
import type { CheckStore } from '@/lib/store/store';
import { applyMigrations } from '@/prisma/apply';
import { createSearchIndex } from './search-index';

const AT = new Date('2026-11-20T10:00:00.000Z');
const PATIENT = { timeout: 60_000 };

interface FrozenCheck {
  digest: string;
  body: string;
  target: TargetView;
  options: CheckOptions;
  vantage: Vantage;
}
const FROZEN = JSON.parse(
  readFileSync(`e2e/fixtures/evidence/v${SCHEMA_VERSION}.json`, 'utf8'),
) as FrozenCheck[];

let folder: string;
let store: CheckStore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mxproof-index-'));
  const url = `file:${join(folder, 'test.db')}`;
  await applyMigrations(url);
  store = await openPrismaStore(url);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

async function keepCheck(
  { digest, body, target, options, vantage }: FrozenCheck,
  isEnded = true,
): Promise<string> {
  const id = newCheckId();
  await store.create({ id, createdAt: AT, fingerprint: id, target, options, vantage });
  const events = await openEvidence(Buffer.from(body, 'base64'), digest);
  const ending = { status: 'done', finishedAt: AT, lastSeq: 900, verdict: null, verdictCode: null } as const;
  if (isEnded)
    await store.seal(id, { version: SCHEMA_VERSION, events }, { ...ending, queryCount: 0, sessionCount: 0 });
  return id;
}

async function enterAll(given: CheckStore = store): Promise<void> {
  const index = createSearchIndex({ store: given, severities: {}, pauseMs: 0 });
  index.look();
  index.look();
  await expect.poll(() => store.notEntered('check', 1, 1), PATIENT).toEqual([]);
  await expect.poll(() => store.notEntered('mail', 1, 1), PATIENT).toEqual([]);
  await index.close();
}

const found = async (...words: string[]) =>
  (await store.search({ words, quoted: [], kinds: SEARCH_KINDS, before: null, limit: 99 })).map(
    ({ objectId }) => objectId,
  );

test('what was there before can be found, each by its own words, and not what is under way', async () => {
  const [first = expect.unreachable()] = FROZEN;
  const ids: string[] = [];
  for (const one of FROZEN) ids.push(await keepCheck(one));
  await keepCheck(first, false);
  await enterAll();
  for (const [n, { target }] of FROZEN.entries()) expect(await found(target.domain)).toContain(ids[n]);
  expect((await found('smtp')).length).toBeGreaterThan(0);
  await store.removeCheck(ids[0] ?? '', { evenKept: true });
  expect(await found(first.target.domain)).not.toContain(ids[0]);
});

test('what cannot be read is passed over, and holds up nothing', async () => {
  const [one = expect.unreachable(), other = expect.unreachable()] = FROZEN;
  const [broken, whole] = [await keepCheck(one), await keepCheck(other)];
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
  const kept = { kind: 'bounce', rulesVersion: 3, at: AT, subjects: [], raw } as const;
  await store.keepMail({ ...ids, createdAt: AT, reading, sharedReading: reading, ...kept });
  await enterAll();
  expect(await found('carla@other.example', '5.2.2')).toEqual([ids.id]);
});
