import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStore, type TestStore } from '@/e2e/fixtures/test-store';
import { SCHEMA_VERSION } from '@/lib/report/versions';
import { newCheckId } from '@/lib/store/check-id';
import type { Ending } from '@/lib/store/store';
import type { Services } from '../engine/services';
import type { Caller } from './caller';
import { domainHistory } from './domain-history';

const ADA: Caller = { who: 'ada', account: null, ip: '192.0.2.1', rights: ['list'] };
const DOMAIN = 'a.test';
const VANTAGE = { helo: 'h.test', sender: '<>', softwareVersion: 'test' };
const ACCEPTED = { outcome: 'accepted', side: 'none', stage: 'rcpt', headline: 'x' } as Ending['verdict'];
const CHECKS = 24;
const NOTE = {
  domain: DOMAIN,
  createdAt: new Date('2026-06-02T00:00:00Z'),
  text: 'x',
  writtenAt: null,
  writtenBy: null,
  checkId: null,
};
const SEEN = { exchanges: null, sessions: [], policies: null };

let opened: TestStore;

/** Three mailboxes, two depths, some without a verdict. */
async function keep(n: number): Promise<void> {
  const [id, createdAt] = [newCheckId(), new Date(Date.UTC(2026, 5, 1, 10, n))];
  const mailbox = `${['a', 'b', 'c'][n % 3] ?? ''}@${DOMAIN}`;
  const target = { input: mailbox, kind: 'mailbox', domain: DOMAIN, domainUnicode: DOMAIN, mailbox } as const;
  const options = { depth: n % 5 === 0 ? ('greeting' as const) : ('envelope' as const) };
  await opened.store.create({ id, createdAt, target, options, vantage: VANTAGE, fingerprint: id });
  const ending = { status: 'done', lastSeq: 1, verdictCode: null, queryCount: 0, sessionCount: 0 } as const;
  const verdict = n % 7 === 0 ? null : ACCEPTED;
  await opened.store.seal(
    id,
    { version: SCHEMA_VERSION, events: [] },
    { ...ending, finishedAt: createdAt, verdict },
  );
}

beforeAll(async () => {
  opened = await openTestStore();
  for (let n = 0; n < CHECKS; n++) await keep(n);
});
afterAll(() => opened.close());

test.each([3, 7, CHECKS - 1, CHECKS, 100])(
  'in pages of %i, a check is compared with the one that its own page names',
  async (limit) => {
    const { store } = opened;
    const services = { store } as Services;
    let cursor: string | undefined;
    let seen = 0;
    do {
      const { entries, next } = await domainHistory(ADA, { domain: DOMAIN, limit, cursor }, services);
      for (const entry of entries) {
        if (entry.what !== 'check') expect.unreachable();
        expect(entry.former).toBe(entry.check.verdict === null ? null : await store.formerOf(entry.id));
        seen++;
      }
      cursor = next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toBe(CHECKS);
  },
);

test.each<[string, Parameters<typeof domainHistory>[1], number]>([
  ['a mailbox', { domain: DOMAIN, limit: 100, of: `b@${DOMAIN}` }, 8],
  ['one that nobody asked for', { domain: DOMAIN, limit: 100, of: `z@${DOMAIN}` }, 0],
  ['an outcome', { domain: DOMAIN, limit: 100, outcome: 'accepted' }, 20],
  [
    'an outcome of a mailbox, in pages',
    { domain: DOMAIN, limit: 3, of: `b@${DOMAIN}`, outcome: 'accepted' },
    7,
  ],
])('checks of %s alone, each with the one before it of all', async (_, asked, count) => {
  const { store } = opened;
  await store.writeNote({ ...NOTE, id: newCheckId() });
  let cursor: string | undefined;
  const ids = new Set<string>();
  do {
    const { entries, next } = await domainHistory(ADA, { ...asked, cursor }, { store } as Services);
    for (const entry of entries) {
      if (entry.what !== 'check') expect.unreachable();
      expect(asked.of ?? entry.check.target.mailbox).toBe(entry.check.target.mailbox);
      expect(asked.outcome ?? entry.check.verdict?.outcome).toBe(entry.check.verdict?.outcome);
      expect(entry.former).toBe(entry.check.verdict === null ? null : await store.formerOf(entry.id));
      ids.add(entry.id);
    }
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  expect(ids.size).toBe(count);
});

test('the oldest check of a page is compared with the one behind it', async () => {
  const { store } = opened;
  const services = { store } as Services;
  const all = await domainHistory(ADA, { domain: DOMAIN, limit: CHECKS, only: 'check' }, services);
  expect(all.behind).toEqual([]);
  for (const [n, { id }] of all.entries.entries())
    await store.keepOutline(id, { ...SEEN, zone: { serial: n, ns: [] } });
  const { entries, behind } = await domainHistory(ADA, { domain: DOMAIN, limit: 2, only: 'check' }, services);
  expect(entries.map((entry) => entry.what === 'check' && entry.changes)).toEqual([
    [{ what: 'serial', before: 1, after: 0 }],
    [{ what: 'serial', before: 2, after: 1 }],
  ]);
  expect(behind.slice(0, 2).map(({ id }) => id)).toEqual(all.entries.slice(2, 4).map(({ id }) => id));
});
