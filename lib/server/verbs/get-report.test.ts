import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStore, type TestStore } from '@/e2e/fixtures/test-store';
import { SCHEMA_VERSION } from '@/lib/report/versions';
import { newCheckId } from '@/lib/store/check-id';
import { createDamages } from '../engine/damages';
import { createFrozenReports } from '../engine/frozen-reports';
import type { Services } from '../engine/services';
import type { Caller } from './caller';
import { findReport, reportStamp } from './get-report';

const AT = new Date('2026-11-30T00:00:00Z');

const READER: Caller = { who: null, account: null, ip: '192.0.2.1', rights: ['read', 'start-checks'] };
const ADA: Caller = { ...READER, who: 'ada' };
const EVE: Caller = { ...READER, who: 'eve' };
const OPERATOR: Caller = { ...READER, rights: ['read', 'list'] };

let opened: TestStore;
let services: Services;

beforeAll(async () => {
  opened = await openTestStore();
  // Sound: the verb takes nothing else of them.
  services = {
    store: opened.store,
    damages: createDamages(),
    frozen: createFrozenReports(),
    settings: { severities: {} },
    runner: { find: () => Promise.resolve(null) } as Partial<Services['runner']>,
    retests: { of: () => Promise.resolve(null) } as Partial<Services['retests']>,
  } as Partial<Services> as Services;
});
afterAll(() => opened.close());

/** A check that has ended; its id. */
async function keepCheck(user: string | null, about: { formerId?: string; startedBy?: string } = {}) {
  const id = newCheckId();
  const asked = {
    target: {
      input: user ?? 'dest.example',
      kind: user === null ? 'domain' : 'mailbox',
      domain: 'dest.example',
      domainUnicode: 'dest.example',
      ...(user !== null && { mailbox: `${user}@dest.example` }),
    },
    options: { depth: 'envelope' },
    vantage: { helo: 'probe.example', sender: '<>', softwareVersion: 'test' },
  } as const;
  await opened.store.create({ id, createdAt: AT, fingerprint: id, ...asked, ...about });
  const started = { type: 'started', seq: 1, at: AT.toISOString(), ...asked };
  await opened.store.seal(
    id,
    { version: SCHEMA_VERSION, events: [started] },
    {
      status: 'done',
      finishedAt: AT,
      lastSeq: 2,
      verdict: null,
      verdictCode: null,
      queryCount: 0,
      sessionCount: 0,
    },
  );
  return id;
}

test.each<[string, string | null, Caller, boolean]>([
  ['of another mailbox: a reader', 'ben', READER, false],
  ['of the domain alone: a reader', null, READER, false],
  ['of another mailbox: somebody else who checks', 'ben', EVE, false],
  ['of another mailbox: whoever started it', 'ben', ADA, true],
  ['of another mailbox: who sees lists', 'ben', OPERATOR, true],
  ['of the same mailbox: a reader', 'ann', READER, true],
])('the id of the former check, %s', async (_, user, caller, isShown) => {
  const former = await keepCheck(user);
  const link = { id: await keepCheck('ann', { formerId: former, startedBy: 'ada' }) };
  const shown = { former: isShown ? former : null };
  expect(await findReport(caller, link, services)).toMatchObject(shown);
  expect(await reportStamp(caller, link, services)).toMatchObject(shown);
});

test('a former check by a link to it: as long as the link holds, and as by its id', async () => {
  const checkId = await keepCheck('ben');
  const share = { createdAt: AT, createdBy: null, expiresAt: null, hidesLocalParts: true, line: '' };
  const former = newCheckId();
  await opened.store.addShare('check', checkId, { ...share, id: former });
  const link = { id: await keepCheck('ann', { formerId: former }) };
  expect(await findReport(OPERATOR, link, services)).toMatchObject({ former });
  expect(await findReport(READER, link, services)).toMatchObject({ former: null });
  await opened.store.endShare(former, AT);
  expect(await findReport(OPERATOR, link, services)).toMatchObject({ former: null });
});
