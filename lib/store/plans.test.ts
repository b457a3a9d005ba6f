import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openTestStore, type TestStore } from '@/e2e/fixtures/test-store';
import type { CheckStore } from './store';

const AT = new Date('2026-11-29T00:00:00Z');
const CURSOR = Buffer.from(`${AT.getTime()} x`).toString('base64url');
const LIST = { limit: 50, withoutRoutine: true };

let opened: TestStore;
let plans: string[] = [];

beforeAll(async () => {
  const { prepare } = Database.prototype;
  vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (this: Database.Database, sql: string) {
    if (/^\s*SELECT/.test(sql)) plans.push(planOf(prepare.call(this, `EXPLAIN QUERY PLAN ${sql}`), sql));
    return prepare.call(this, sql);
  });
  opened = await openTestStore();
});
afterAll(async () => {
  await opened.close();
  vi.restoreAllMocks();
});

/** How SQLite comes to the rows of a statement, whatever its parameters. */
function planOf(statement: Database.Statement, sql: string): string {
  const parameters = Array.from(sql.matchAll(/\?/g), () => 1);
  return (statement.all(...parameters) as { detail: string }[]).map(({ detail }) => detail).join('\n');
}

test.each<[string, (store: CheckStore) => Promise<unknown>, string]>([
  ['all checks', (store) => store.list({ ...LIST, cursor: CURSOR }), 'isRoutine=? AND createdAt<?'],
  ['checks of a domain', (store) => store.list({ ...LIST, domain: 'a.test' }), 'domain=? AND isRoutine=?'],
  [
    'checks of a domain, those of watches too',
    (store) => store.list({ limit: 50, domain: 'a.test', cursor: CURSOR }),
    'domain=? AND createdAt<?',
  ],
  [
    'checks of a mailbox',
    (store) => store.list({ ...LIST, domain: 'a.test', mailbox: 'a@a.test', cursor: CURSOR }),
    'domain=? AND mailbox=? AND isRoutine=? AND createdAt<?',
  ],
  [
    'checks of a domain with an outcome',
    (store) => store.list({ ...LIST, domain: 'a.test', outcome: 'permanent', cursor: CURSOR }),
    'domain=? AND isRoutine=? AND createdAt<?',
  ],
  [
    'checks with an outcome',
    (store) => store.list({ ...LIST, outcome: 'permanent', cursor: CURSOR }),
    'isRoutine=? AND verdictOutcome=? AND createdAt<?',
  ],
  ['checks under way', (store) => store.list({ ...LIST, outcome: 'under-way' }), 'status=?'],
  [
    'the check before',
    async (store) => {
      const options = { depth: 'envelope' as const };
      const vantage = { helo: 'h.test', sender: '<>', softwareVersion: '1' };
      const target = {
        input: 'a@a.test',
        kind: 'mailbox',
        domain: 'a.test',
        domainUnicode: 'a.test',
        mailbox: 'a@a.test',
      } as const;
      await store.create({ id: 'x', createdAt: AT, target, options, vantage, fingerprint: 'x' });
      await store.formerOf('x');
    },
    'domain=? AND mailbox=? AND isRoutine=? AND createdAt<?',
  ],
  ['checks to enter', (store) => store.notEntered('check', 1, 50), 'searchVersion<?'],
  ['mails to enter', (store) => store.notEntered('mail', 1, 50), 'searchVersion<?'],
  [
    'checks of watches that are old',
    (store) => store.removableChecks({ before: AT, most: 50, onlyRoutine: true }),
    'isRoutine=? AND createdAt<?',
  ],
])('%s are found by an index, without a look at others', async (_, ask, index) => {
  plans = [];
  await ask(opened.store);
  expect(plans.at(-1)).toContain(index);
  expect(plans.join('\n')).not.toContain('SCAN main.Check');
});
