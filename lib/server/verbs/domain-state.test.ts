import { afterEach, beforeEach, expect, test } from 'vitest';
import { bounceOf } from '@/e2e/fixtures/notices';
import { openTestStore, type TestStore } from '@/e2e/fixtures/test-store';
import { readHandedOver } from '@/lib/complaint/mail-reading';
import { emptyReport } from '@/lib/report/empty-report';
import { outlineOf } from '@/lib/report/outline';
import type { Report } from '@/lib/report/report';
import { sampleRoute } from '@/lib/report/sample';
import type { EndStatus } from '@/lib/report/status';
import { RULES_VERSION, SCHEMA_VERSION } from '@/lib/report/versions';
import { newCheckId } from '@/lib/store/check-id';
import { MAX_PAGE } from '@/lib/store/cursor';
import type { Ending } from '@/lib/store/store';
import type { WatchProgress } from '@/lib/store/watch-store';
import { checkAgain } from '@/lib/show/check-again';
import { createDamages } from '../engine/damages';
import type { Services } from '../engine/services';
import type { Caller } from './caller';
import { domainHistory } from './domain-history';
import { domainState } from './domain-state';

const ADA: Caller = { who: 'ada', account: null, ip: '192.0.2.1', rights: ['list'] };
const DOMAIN = 'a.test';
const VANTAGE = { helo: 'h.test', sender: '<>', softwareVersion: 'test' };
const BOUNCES = 51;

let opened: TestStore;
let services: Services;
let minute: number;

beforeEach(async () => {
  opened = await openTestStore();
  // Sound: the verb takes nothing else of them.
  services = { store: opened.store, damages: createDamages(), settings: { access: {} } } as Services;
  minute = 0;
});
afterEach(() => opened.close());

const nextMinute = () => new Date(Date.UTC(2026, 5, 1, 10, minute++));
const state = (cursor?: string) => domainState(ADA, { domain: DOMAIN, cursor }, services);

interface Kept {
  mailbox?: string;
  outcome?: 'accepted' | 'permanent' | null;
  route?: Report['route'];
  depth?: 'greeting' | 'envelope';
  isRoutine?: boolean;
  status?: EndStatus | 'queued';
}

/** A check each minute; without a route DNS has not been seen. Returns its id. */
async function keepCheck({
  mailbox,
  outcome = 'permanent',
  route = null,
  depth = 'envelope',
  isRoutine = false,
  status = 'done',
}: Kept): Promise<string> {
  const [id, createdAt] = [newCheckId(), nextMinute()];
  const named = { domain: DOMAIN, domainUnicode: DOMAIN };
  const target =
    mailbox === undefined
      ? ({ ...named, input: DOMAIN, kind: 'domain' } as const)
      : ({ ...named, input: mailbox, kind: 'mailbox', mailbox } as const);
  const asked = { target, options: { depth }, vantage: VANTAGE };
  const { store } = opened;
  await store.create({ id, createdAt, ...asked, fingerprint: id });
  if (status === 'queued') return id;
  const ending = { lastSeq: 1, verdictCode: null, queryCount: 0, sessionCount: 0 };
  const verdict = outcome && ({ outcome, side: 'none', stage: 'rcpt', headline: 'x' } as Ending['verdict']);
  const evidence = { version: SCHEMA_VERSION, events: [] };
  await store.seal(id, evidence, { ...ending, status, finishedAt: createdAt, verdict });
  const versions = { schema: SCHEMA_VERSION, rules: RULES_VERSION };
  const report = emptyReport({ id, ...asked, startedAt: createdAt.toISOString(), versions });
  await store.keepOutline(id, outlineOf({ ...report, route }));
  // Sound: of a watch that is gone, only its last check is still there.
  const progress = { lastCheckId: id } as WatchProgress;
  const watch = { id: 'gone', domain: DOMAIN, target: DOMAIN, receivers: [] };
  if (isRoutine) await store.keepProgress(watch, progress, { alert: null, nextAt: createdAt, isRoutine });
  return id;
}

async function keepBounces(count: number, address: string): Promise<void> {
  const said = { host: 'mx1.a.test', hostAddress: '192.0.2.25', status: '5.1.1', reply: '550 5.1.1 no' };
  const raw = Buffer.from(bounceOf({ address, ...said }));
  const reading = JSON.stringify(await readHandedOver(raw));
  const subject = { category: 'x', permanence: 'permanent', code: 550 } as const;
  for (let n = 0; n < count; n++) {
    const at = nextMinute();
    await opened.store.keepMail({
      id: newCheckId(),
      sharedId: newCheckId(),
      createdAt: at,
      at,
      kind: 'bounce',
      rulesVersion: RULES_VERSION,
      reading,
      sharedReading: reading,
      subjects: [{ ...subject, domain: DOMAIN, sourceAddress: null, campaign: null }],
      raw,
    });
  }
}

test('of a domain of which nothing is known there is no state', async () => {
  expect(await state()).toEqual({ latest: null, seen: null, tries: [], measured: [] });
});

test('a refused check behind more bounces than a page has is the last check all the same', async () => {
  const id = await keepCheck({ mailbox: 'nobody@a.test', route: sampleRoute([]) });
  await keepBounces(BOUNCES, 'other@elsewhere.test');
  const { entries } = await domainHistory(ADA, { domain: DOMAIN, limit: 50 }, services);
  expect(entries.some(({ what }) => what === 'check')).toBe(false);
  const { latest, seen, tries, measured } = await state();
  expect(latest?.id).toBe(id);
  expect(seen).toBe(id);
  expect(checkAgain(DOMAIN, tries)).toEqual(['nobody@a.test', DOMAIN]);
  expect(measured).toHaveLength(1);
});

test('a mailbox of a bounce has failed as one of a check has, until it is accepted', async () => {
  await keepCheck({ mailbox: 'nobody@a.test' });
  await keepBounces(BOUNCES, 'gone@a.test');
  expect(checkAgain(DOMAIN, (await state()).tries)).toEqual(['gone@a.test', DOMAIN]);
  await keepCheck({ mailbox: 'gone@a.test', outcome: 'accepted', depth: 'greeting' });
  expect(checkAgain(DOMAIN, (await state()).tries)[0]).toBe('gone@a.test');
  await keepCheck({ mailbox: 'gone@a.test', outcome: 'accepted' });
  expect(checkAgain(DOMAIN, (await state()).tries)[0]).toBe('nobody@a.test');
});

test.each<[string, Report['route']]>([
  ['takes no mail', { ...sampleRoute([]), kind: 'null' }],
  ['does not exist', { ...sampleRoute([]), kind: 'none', domainExists: false }],
])('a domain that %s was seen, behind all that saw nothing, have failed or wait', async (_, route) => {
  const id = await keepCheck({ route });
  for (let n = 0; n < MAX_PAGE; n++) await keepCheck({ outcome: null });
  await keepCheck({ route: { ...sampleRoute([]), kind: 'unresolved' } });
  const failed = await keepCheck({ status: 'failed', outcome: null });
  await keepCheck({ status: 'queued' });
  const { latest, seen } = await state();
  expect(latest?.id).toBe(failed);
  expect(seen).toBe(id);
});

test('checks of watches that saw nothing new count; those behind a place of the history are measured there', async () => {
  await keepCheck({ route: sampleRoute([]) });
  await keepCheck({ route: sampleRoute([]) });
  const routine = await keepCheck({ mailbox: 'a@a.test', route: sampleRoute([]), isRoutine: true });
  expect((await domainHistory(ADA, { domain: DOMAIN, limit: 50 }, services)).entries).toHaveLength(2);
  const { latest, seen, measured } = await state();
  expect([latest?.id, seen, measured.length]).toEqual([routine, routine, 3]);
  const { next } = await domainHistory(ADA, { domain: DOMAIN, limit: 1 }, services);
  const older = await state(next ?? '');
  expect(older.measured.map(({ at }) => at)).toEqual(['2026-06-01T10:00:00.000Z']);
  expect([older.latest?.id, older.seen]).toEqual([routine, routine]);
});
