import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PATIENCE_MS } from '@/e2e/patience';
import { openTestStore, type TestStore } from '@/e2e/fixtures/test-store';
import { log } from '../config/log';
import { openRooms } from '../engine/rooms';
import type { Services } from '../engine/services';
import type { ArrivedBatch } from './batch-input';
import {
  batchDifferences,
  batchResults,
  batchTargets,
  changeBatch,
  listBatches,
  readBatch,
  removeBatch,
  stopBatch,
} from './batches';
import type { Caller } from './caller';
import { ROLE_RIGHTS } from './caller';
import { startBatch } from './start-batch';

const CHECKER: Caller = { who: 'ada', account: null, ip: '192.0.2.7', rights: [...ROLE_RIGHTS.checker] };
const OTHER: Caller = { ...CHECKER, who: 'bob' };
const OPERATOR: Caller = { ...CHECKER, who: 'olga', rights: [...ROLE_RIGHTS.operator] };
const ADMIN: Caller = { ...CHECKER, who: 'eve', rights: [...ROLE_RIGHTS.admin] };
const STRANGER: Caller = { ...CHECKER, who: null, rights: ['read', 'start-checks'] };

let opened: TestStore;
let looks: number;
let services: Services;

beforeEach(async () => {
  log.level = 'silent';
  opened = await openTestStore();
  looks = 0;
  const given: Partial<Services> = {
    store: opened.store,
    rooms: openRooms(),
    batches: { take: readAll, look: () => void looks++, paceOf: () => ({ ends: [], waits: [] }) } as Partial<
      Services['batches']
    > as Services['batches'],
  };
  services = given as Services;
});
afterEach(() => opened.close());

/** As the engine does it. */
async function readAll(id: string): Promise<void> {
  while (await opened.store.unpack(id));
  await opened.store.changeBatch(id, ['reading'], 'running', null);
  looks++;
}

function start(list: ArrivedBatch['list'] | string, caller = CHECKER, about: Partial<ArrivedBatch> = {}) {
  const arrived: ArrivedBatch = {
    list: typeof list === 'string' ? Buffer.from(list) : list,
    name: '',
    depth: 'greeting',
    ...about,
  };
  return startBatch(caller, { arrive: () => Promise.resolve(arrived) }, services);
}

test.each<[string, string, Caller, Partial<ArrivedBatch>, object]>([
  ['of a stranger', 'a.example', STRANGER, {}, { code: 'not-permitted' }],
  [
    'of an operator that goes further',
    'a.example',
    OPERATOR,
    { depth: 'envelope' },
    { code: 'not-permitted' },
  ],
  ['that is empty', '\n', CHECKER, {}, { code: 'list-invalid', fields: { reason: 'empty' } }],
  ['without targets', 'a b', CHECKER, {}, { code: 'list-invalid', fields: { reason: 'no-targets' } }],
])('a list %s is refused, and nothing of it is kept', async (_, list, caller, about, problem) => {
  await expect(start(list, caller, about)).rejects.toMatchObject(problem);
  expect((await opened.store.listBatches({ limit: 10 })).items).toEqual([]);
  expect(looks).toBe(0);
});

test('what comes of a list: targets, lines that are none, repeats; written down who has started it', async () => {
  const batch = await start('a.example\nb@@x\nA.example\nb.example', CHECKER, { name: 'mine' });
  expect(batch).toMatchObject({
    targets: 2,
    invalid: 1,
    repeats: 1,
    state: 'running',
    startedBy: 'ada',
    formerId: null,
  });
  expect(looks).toBe(1);
  expect((await opened.store.auditPage(10)).items[0]).toMatchObject({
    who: 'ada',
    action: 'batch-started',
    object: 'mine (2 targets)',
  });
  const { items } = await batchTargets(CHECKER, { id: batch.id, limit: 10 }, services);
  expect(items.map(({ line, lines, state }) => [line, lines, state])).toEqual([
    [1, 2, 'waiting'],
    [2, 1, 'invalid'],
    [4, 1, 'waiting'],
  ]);
});

test('an admin may let a batch name mailboxes', async () => {
  expect(await start('a@a.example', ADMIN, { depth: 'envelope' })).toMatchObject({ depth: 'envelope' });
});

test('so many of one caller at once', async () => {
  for (let n = 0; n < 10; n++) await start(`d${n}.example`);
  await expect(start('a.example')).rejects.toMatchObject({
    code: 'too-many-batches',
    retryAfterSeconds: 300,
  });
  await start('a.example', OTHER);
});

test('what could not be written whole is as if it had never come', async () => {
  vi.spyOn(opened.store, 'openBatch').mockRejectedValueOnce(new Error('the disk is full'));
  await expect(start('a.example')).rejects.toThrow('full');
  await opened.store.removeArriving();
  expect(await opened.store.countUnended('batches of as ada')).toBe(0);
});

test('those of others are not there, but for whoever sees everybody’s', async () => {
  const { id } = await start('a.example');
  for (const work of [
    readBatch(OTHER, { id }, services),
    batchTargets(OTHER, { id, limit: 10 }, services),
    batchResults(OTHER, { id }, services),
    changeBatch(OTHER, { id, isPaused: true }, services),
    stopBatch(OTHER, { id }, services),
  ])
    await expect(work).rejects.toMatchObject({ code: 'batch-not-found' });
  expect((await listBatches(OTHER, { limit: 10 }, services)).items).toEqual([]);
  expect((await listBatches(OPERATOR, { limit: 10 }, services)).items).toMatchObject([{ id, left: 1 }]);
  expect(await stopBatch(OPERATOR, { id }, services)).toMatchObject({ state: 'stopped' });
  await expect(readBatch(STRANGER, { id }, services)).rejects.toMatchObject({ code: 'not-permitted' });
});

test('whoever only sees lists steers no batch', async () => {
  const { id } = await start('a.example');
  const reader: Caller = { ...OTHER, rights: ['list-own', 'list', 'start-batches'] };
  await expect(stopBatch(reader, { id }, services)).rejects.toMatchObject({ code: 'not-permitted' });
});

test('paused, resumed, stopped, removed, each written down once', async () => {
  const { id } = await start('a.example\nb.example');
  const pause = (isPaused: boolean) => changeBatch(CHECKER, { id, isPaused }, services);
  expect(await pause(true)).toMatchObject({ state: 'paused' });
  expect(await pause(true)).toMatchObject({ state: 'paused' });
  expect(await pause(false)).toMatchObject({ state: 'running' });
  await expect(removeBatch(ADMIN, { id }, services)).rejects.toMatchObject({ code: 'request-invalid' });
  const stopped = await stopBatch(CHECKER, { id }, services);
  expect(stopped).toMatchObject({
    state: 'stopped',
    counts: { states: { 'left-out': 2 } },
    timeLeftMs: null,
  });
  expect(await pause(true)).toMatchObject({ state: 'stopped' });
  await expect(removeBatch(CHECKER, { id }, services)).rejects.toMatchObject({ code: 'not-permitted' });
  await removeBatch(ADMIN, { id }, services);
  await expect(readBatch(ADMIN, { id }, services)).rejects.toMatchObject({ code: 'batch-not-found' });
  expect((await opened.store.auditPage(10)).items.map(({ action }) => action).reverse()).toEqual([
    'batch-started',
    'batch-paused',
    'batch-resumed',
    'batch-stopped',
    'batch-removed',
  ]);
});

test('a second run: its former, and what differs', async () => {
  const first = await start('a.example\nb.example');
  await expect(batchDifferences(CHECKER, { id: first.id, limit: 10 }, services)).rejects.toMatchObject({
    code: 'not-comparable',
  });
  const end = async (
    batchId: string,
    position: number,
    outcome: 'accepted' | 'permanent',
    change: 'worse' | null,
  ) => {
    await opened.store.takeTarget({ batchId, position }, 'x');
    await opened.store.endTarget(
      { batchId, position },
      { outcome, headline: null, findings: [outcome], change },
    );
  };
  await end(first.id, 0, 'accepted', null);
  await opened.store.changeBatch(first.id, ['running'], 'done', new Date());
  const second = await start('a.example\nb.example');
  expect(second.formerId).toBe(first.id);
  expect((await start('a.example\nb.example', OTHER)).formerId).toBeNull();
  await end(second.id, 0, 'permanent', 'worse');
  expect(await batchDifferences(CHECKER, { id: second.id, limit: 10 }, services)).toEqual({
    former: first.id,
    items: [
      {
        key: 'a.example',
        line: 1,
        target: 'a.example',
        change: 'worse',
        before: { outcome: 'accepted', findings: ['accepted'] },
        after: { outcome: 'permanent', findings: ['permanent'] },
        appeared: ['permanent'],
        gone: ['accepted'],
      },
    ],
    next: null,
  });
});

test('a list that is longer is answered before it is read, and others have their turn meanwhile', async () => {
  let turns = 0;
  const others = setInterval(() => turns++, 0);
  const lines = Array.from({ length: 1_200 }, (_, n) => `user${n}@d${n % 70}.example`);
  const { id, state } = await start(lines.join('\n'));
  expect(state).toBe('reading');
  await vi.waitFor(
    async () => expect((await opened.store.readBatch(id))?.state).toBe('running'),
    PATIENCE_MS,
  );
  clearInterval(others);
  expect((await readBatch(CHECKER, { id }, services)).counts.states.waiting).toBe(1_200);
  // One at least for each statement of some rows.
  expect(turns).toBeGreaterThan(20);
});
