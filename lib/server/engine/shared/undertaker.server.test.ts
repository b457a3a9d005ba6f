import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestShared, STARTED, type TestShared } from '@/e2e/fixtures/test-shared';
import type { SharedDatabase } from '@/lib/store/postgresql/shared';
import { type CheckStore, ClaimLost } from '@/lib/store/store';
import { log } from '../../config/log';
import { createDamages } from '../damages';
import { createUndertaker, type Undertaker } from './undertaker';

log.level = 'silent';

let opened: TestShared;
/** The process that dies, and the one that finds what it leaves. */
let dead: SharedDatabase;
let living: SharedDatabase;
let store: CheckStore;
let undertaker: Undertaker;
let followed: string[];

beforeEach(async () => {
  opened = await openTestShared();
  [dead, living] = [await opened.open(), await opened.open()];
  for (const { claims } of [dead, living]) await claims.pulse(0);
  store = await opened.storeOf(living);
  followed = [];
  undertaker = createUndertaker({
    claims: living.claims,
    store,
    damages: createDamages(),
    follow: ({ id }) => Promise.resolve(void followed.push(`sealed ${id}`)),
    followInterrupted: ({ id }) => Promise.resolve(void followed.push(`interrupted ${id}`)),
  });
});
afterEach(() => opened.close());

const die = () =>
  opened.run(`UPDATE "Worker" SET "at" = "at" - interval '1 hour' WHERE "id" = ?`, [dead.worker.id]);
const statusOf = async (id: string) =>
  (await opened.run(`SELECT "status" FROM "Check" WHERE "id" = ?`, [id]))[0];
/** A check that runs in the process that dies, and has written what it has seen. */
async function begin(id: string): Promise<CheckStore> {
  await opened.addCheck(id);
  await dead.claims.take(id);
  const its = await opened.storeOf(dead);
  await its.begin(id);
  await its.append(id, [STARTED]);
  return its;
}

test('a process that lives keeps its checks', async () => {
  await begin('a');
  await undertaker.look();
  expect([await statusOf('a'), (await living.claims.find('a'))?.workerId]).toEqual([
    'running',
    dead.worker.id,
  ]);
});

test('nothing was sent: it waits again, once; who was only cut off can neither write nor go on nor seal', async () => {
  const its = await begin('a');
  await die();
  await undertaker.look();
  expect([await statusOf('a'), await living.claims.find('a')]).toEqual([
    'queued',
    { caller: 'somebody', workerId: null },
  ]);
  expect(await store.eventsAfter('a', 0)).toEqual([]);
  await expect(its.append('a', [{ ...STARTED, seq: 2 }])).rejects.toThrow(ClaimLost);
  expect(await dead.claims.beginSession('a')).toBe(false);
  await expect(
    its.seal(
      'a',
      { version: 1, events: [] },
      {
        status: 'done',
        finishedAt: new Date(),
        lastSeq: 2,
        verdict: null,
        verdictCode: null,
        queryCount: 0,
        sessionCount: 0,
      },
    ),
  ).rejects.toThrow(ClaimLost);
  expect(await living.claims.next([])).toEqual({ checkId: 'a', caller: 'somebody' });
  // The next process dies as well.
  await opened.run(`UPDATE "CheckTurn" SET "workerId" = 'gone'`);
  await undertaker.look();
  expect([await statusOf('a'), followed]).toEqual(['interrupted', ['interrupted a']]);
});

test('a session may have begun: interrupted, with what was written', async () => {
  await begin('a');
  expect(await dead.claims.beginSession('a')).toBe(true);
  await die();
  await undertaker.look();
  expect(await store.read('a')).toMatchObject({
    ending: { status: 'interrupted' },
    evidence: { events: [STARTED] },
  });
  expect([followed, await living.claims.find('a')]).toEqual([['interrupted a'], null]);
});

test('one that was sealed already: what follows is done', async () => {
  const its = await begin('a');
  await its.seal(
    'a',
    { version: 1, events: [STARTED] },
    {
      status: 'done',
      finishedAt: new Date(),
      lastSeq: 3,
      verdict: null,
      verdictCode: null,
      queryCount: 0,
      sessionCount: 0,
    },
  );
  await die();
  await undertaker.look();
  expect([await statusOf('a'), followed, await living.claims.find('a')]).toEqual([
    'done',
    ['sealed a'],
    null,
  ]);
});

test('what an older version has left, or was moved here: it waits on, or was interrupted', async () => {
  await opened.addCheck('waits');
  await begin('ran');
  await opened.run(`DELETE FROM "CheckTurn"`);
  await undertaker.look();
  expect([await statusOf('waits'), await statusOf('ran')]).toEqual(['queued', 'interrupted']);
  expect(await living.claims.next([])).toMatchObject({ checkId: 'waits' });
});
