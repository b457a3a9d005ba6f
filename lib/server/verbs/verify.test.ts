import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EvidenceEvent } from '@/lib/report/event';
import { reportFile } from '@/lib/report/report-file';
import { SCHEMA_VERSION } from '@/lib/report/versions';
import { newCheckId } from '@/lib/store/check-id';
import { openPrismaStore } from '@/lib/store/prisma-store';
import type { CheckStore } from '@/lib/store/store';
import { applyMigrations } from '@/prisma/apply';
import { createDamages } from '../engine/damages';
import { createKeptResults } from '../engine/kept-results';
import { createMemoryQuota } from '../engine/memory-quota';
import { openRooms } from '../engine/rooms';
import { createReportVerifier } from '../engine/report-verifier/report-verifier';
import type { Services } from '../engine/services';
import { storedReport } from '../engine/stored-report';
import { shared } from '../engine/thread/shared-memory';
import { findVerification, verify } from './verify';

/** Far above what a busy machine needs to start a thread. */
const PATIENT = { timeout: 60_000 };
const MOST = 8;

const folder = mkdtempSync(join(tmpdir(), 'mxproof-verify-'));
const verifier = createReportVerifier();
let store: CheckStore;
let services: Services;
/** A check that is kept here, as a file. */
let file: Record<string, unknown>;

const AT = '2026-11-29T20:00:00.000Z';
const ASKED = {
  target: { input: 'a.example', kind: 'domain', domain: 'a.example', domainUnicode: 'a.example' },
  options: { depth: 'envelope' },
  vantage: { helo: 'probe.example', sender: '<>', softwareVersion: 'test' },
} as const;
const EVENTS: EvidenceEvent[] = [
  { type: 'started', seq: 1, at: AT, ...ASKED },
  { type: 'limit', seq: 2, limit: 'dns-queries', count: 300 },
];

beforeAll(async () => {
  const url = `file:${join(folder, 'test.db')}`;
  await applyMigrations(url);
  store = await openPrismaStore(url);
  // Sound: the verb takes nothing else of them.
  services = {
    store,
    verifier,
    damages: createDamages(),
    rooms: openRooms(),
    settings: { severities: {} },
    verifications: createKeptResults(),
    quotas: {
      verifications: createMemoryQuota({ most: MOST, code: 'too-many-verifications', what: 'reports' }),
    },
  } as Services;
  const id = newCheckId();
  await store.create({ id, createdAt: new Date(AT), fingerprint: id, ...ASKED });
  const ending = { lastSeq: 4, verdict: null, verdictCode: null, queryCount: 0, sessionCount: 0 };
  const evidence = { version: SCHEMA_VERSION, events: EVENTS };
  await store.seal(id, evidence, { status: 'done', finishedAt: new Date(AT), ...ending });
  const stored = await store.read(id);
  if (stored === null) throw new Error('it was not kept');
  file = JSON.parse(reportFile(storedReport(stored, {}), stored.evidence)) as Record<string, unknown>;
});
afterAll(async () => {
  await verifier.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

let callers = 0;

async function verified(text: string, ip = `192.0.2.${++callers}`) {
  const caller = { who: null, account: null, ip, rights: ['explain' as const] };
  const arriving = { arrive: () => shared([Buffer.from(text)]) };
  return verify(caller, arriving, services);
}

test.each<[string, () => object, object]>([
  ['the same check', () => file, { state: 'same', isEndSame: true }],
  [
    'the same, said to have ended otherwise',
    () => ({ ...file, status: 'stopped' }),
    { state: 'same', isEndSame: false },
  ],
  ['the same without its evidence', () => ({ ...file, evidence: undefined }), { state: 'same' }],
  [
    'other evidence under its id',
    () => ({ ...file, evidence: { version: SCHEMA_VERSION, events: EVENTS.slice(0, 1) } }),
    { state: 'other' },
  ],
  [
    'something else shown, without evidence',
    () => ({ ...file, evidence: undefined, limits: [] }),
    { state: 'other' },
  ],
  ['an id that nothing has here', () => ({ ...file, id: newCheckId() }), { state: 'none', url: null }],
  ['an id that is none', () => ({ ...file, id: '../../etc/passwd' }), { state: 'none', url: null }],
])('%s', PATIENT, async (_, what, own) => {
  expect((await verified(JSON.stringify(what()))).own).toMatchObject(own);
});

test('the result can be read again by its id, and by no other', PATIENT, async () => {
  const { url, ...verification } = await verified(JSON.stringify(file));
  const reader = { who: null, account: null, ip: '198.51.100.1', rights: ['explain' as const] };
  const id = url.split('=').at(-1) ?? '';
  expect(await findVerification(reader, { id }, services)).toEqual(verification);
  expect(await findVerification(reader, { id: newCheckId() }, services)).toBeNull();
});

test('what is no report is refused with the reason, and the room is given back', PATIENT, async () => {
  for (let n = 0; n < 12; n++)
    await expect(verified('{"a":1}')).rejects.toMatchObject({
      code: 'not-a-report',
      fields: { reason: 'no-report' },
    });
});

test(
  'one caller may have so many verified within a minute; another one is not kept from it',
  PATIENT,
  async () => {
    const ip = '203.0.113.1';
    for (let n = 0; n < MOST; n++)
      await expect(verified('x', ip)).rejects.toMatchObject({ code: 'not-a-report' });
    await expect(verified('x', ip)).rejects.toMatchObject({ code: 'too-many-verifications' });
    await expect(verified('x', '203.0.113.2')).rejects.toMatchObject({ code: 'not-a-report' });
  },
);
