import { afterAll, beforeAll, expect, test } from 'vitest';
import { openList } from '@/e2e/fixtures/batch-process';
import { openTestStore, type TestStore } from '@/e2e/fixtures/test-store';
import type { TargetChange, TargetOutcome } from '@/lib/batch/batch';
import type { NewBatch } from './batch-store';
import { newCheckId } from './check-id';
import type { CheckStore } from './store';

let opened: TestStore;
let store: CheckStore;

beforeAll(async () => {
  opened = await openTestStore();
  store = opened.store;
});
afterAll(() => opened.close());

let at = Date.parse('2026-11-30T10:00:00Z');

async function begin(lines: readonly string[], about: Partial<NewBatch> = {}): Promise<string> {
  const digest = newCheckId();
  const id = await openList(store, lines, { createdAt: new Date(at++), caller: 'ada', digest, ...about });
  while (await store.unpack(id));
  await store.changeBatch(id, ['reading'], 'running', null);
  return id;
}

async function end(
  batchId: string,
  position: number,
  outcome: TargetOutcome,
  findings: string[],
  change: TargetChange | null = null,
) {
  await store.takeTarget({ batchId, position }, newCheckId());
  await store.endTarget({ batchId, position }, { outcome, findings, headline: `It is ${outcome}.`, change });
}

test('one that is not there', async () => {
  expect(await store.readBatch('none')).toBeNull();
  expect(await store.changeBatch('none', ['running'], 'paused', null)).toBe(false);
  expect(await store.takeTarget({ batchId: 'none', position: 0 }, 'x')).toBe(false);
  expect(await store.removeBatch('none')).toBe(false);
  expect(await store.resultOf('none', 'a.example')).toBeNull();
  expect((await store.batchCounts('none')).states).toMatchObject({ waiting: 0, done: 0 });
});

test('targets in the order of the list, by pages and filters; counts by what came of them', async () => {
  const id = await begin(['a.example', 'x y', 'b@b.example', 'c.example', '100%.example']);
  await end(id, 0, 'accepted', ['tls.untrusted', 'spf.none'], 'same');
  await end(id, 2, 'permanent', ['smtp.mailbox-unknown', 'spf.none'], 'worse');
  const list = async (query: Omit<Parameters<CheckStore['batchTargets']>[1], 'after' | 'limit'>) =>
    (await store.batchTargets(id, { after: null, limit: 10, ...query })).items.map(
      ({ position }) => position,
    );
  expect(await list({})).toEqual([0, 1, 2, 3, 4]);
  expect(await list({ state: 'waiting' })).toEqual([3]);
  expect(await list({ state: 'invalid' })).toEqual([1, 4]);
  expect(await list({ outcome: 'permanent' })).toEqual([2]);
  expect(await list({ finding: 'spf.none' })).toEqual([0, 2]);
  expect(await list({ finding: 'spf.none', outcome: 'accepted' })).toEqual([0]);
  expect(await list({ change: 'differs' })).toEqual([2]);
  expect(await list({ change: 'same' })).toEqual([0]);
  expect(await list({ q: 'EXAMPLE' })).toEqual([0, 2, 3, 4]);
  const first = await store.batchTargets(id, { after: null, limit: 2 });
  expect([first.items.length, first.next]).toEqual([2, 1]);
  const rest = await store.batchTargets(id, { after: first.next, limit: 3 });
  expect([rest.items.length, rest.next]).toEqual([3, null]);
  expect(await store.batchCounts(id)).toEqual({
    states: { invalid: 2, waiting: 1, running: 0, done: 2, 'left-out': 0 },
    outcomes: { accepted: 1, permanent: 1 },
    changes: { same: 1, worse: 1 },
    findings: [
      { code: 'spf.none', count: 2 },
      { code: 'smtp.mailbox-unknown', count: 1 },
      { code: 'tls.untrusted', count: 1 },
    ],
  });
  expect(await store.resultOf(id, 'b@b.example')).toEqual({
    outcome: 'permanent',
    findings: ['smtp.mailbox-unknown', 'spf.none'],
  });
  expect([...(await store.resultsOf(id, ['a.example', 'c.example'])).keys()]).toEqual(['a.example']);
});

test('a target is taken once, and only while its batch goes on', async () => {
  const id = await begin(['a.example', 'b.example']);
  const place = { batchId: id, position: 0 };
  expect([await store.takeTarget(place, 'one'), await store.takeTarget(place, 'two')]).toEqual([true, false]);
  await store.returnTarget(place, true);
  expect((await store.waitingTargets(id, null, 10)).map(({ key, tries }) => [key, tries])).toEqual([
    ['a.example', 1],
    ['b.example', 0],
  ]);
  await store.changeBatch(id, ['running'], 'paused', null);
  expect(await store.takeTarget(place, 'three')).toBe(false);
});

test('the former run: of the same targets or of the same name, by the same person, and one that has ended', async () => {
  const of = { digest: 'd', name: 'n', startedBy: 'bob' };
  expect(await store.formerBatch(of)).toBeNull();
  const named = await begin(['a.example'], { ...of, digest: 'other' });
  expect(await store.formerBatch(of)).toBeNull();
  await store.changeBatch(named, ['running'], 'done', new Date(at));
  expect(await store.formerBatch(of)).toBe(named);
  expect(await store.formerBatch({ ...of, startedBy: 'eve' })).toBeNull();
  expect(await store.formerBatch({ ...of, startedBy: null })).toBeNull();
  const same = await begin(['a.example'], { ...of, name: '' });
  await store.changeBatch(same, ['running'], 'stopped', new Date(at));
  expect(await store.formerBatch({ ...of, name: '' })).toBe(same);
  expect(await store.formerBatch({ digest: 'none', name: '', startedBy: 'bob' })).toBeNull();
});

test('lists: newest first, of one person or of all, by pages', async () => {
  const ids = [
    await begin(['a.example'], { startedBy: 'lea' }),
    await begin(['b.example'], { startedBy: 'lea' }),
  ];
  const first = await store.listBatches({ startedBy: 'lea', limit: 1 });
  expect(first.items.map(({ id }) => id)).toEqual([ids[1]]);
  const second = await store.listBatches({ startedBy: 'lea', limit: 1, cursor: first.next ?? '' });
  expect([second.items.map(({ id }) => id), second.next]).toEqual([[ids[0]], null]);
  expect((await store.listBatches({ limit: 100 })).items[0]?.id).toBe(ids[1]);
  expect((await store.listBatches({ startedBy: null, limit: 100 })).items).toEqual([]);
});

test('thousands are left out, and removed, piece by piece', async () => {
  const id = await begin(Array.from({ length: 2_500 }, (_, n) => `d${n}.example`));
  await end(id, 7, 'accepted', ['spf.none']);
  const page = await store.batchTargets(id, { after: null, limit: 1_000 });
  expect([page.items.length, page.next, page.items[7]?.findings]).toEqual([1_000, 999, ['spf.none']]);
  expect(
    (
      await store.resultsOf(
        id,
        page.items.map(({ key }) => key),
      )
    ).size,
  ).toBe(1);
  await store.takeTarget({ batchId: id, position: 8 }, 'x');
  await store.leaveOut(id);
  expect((await store.batchCounts(id)).states).toMatchObject({
    waiting: 0,
    running: 1,
    done: 1,
    'left-out': 2_498,
  });
  expect(await store.countLeft(id)).toBe(1);
  await store.changeBatch(id, ['running'], 'stopped', new Date(at - 1_000_000));
  expect(await store.removeBatches(new Date(at - 2_000_000))).toBe(0);
  expect(await store.removeBatches(new Date(at - 999_999))).toBe(1);
  expect((await store.batchTargets(id, { after: null, limit: 10 })).items).toEqual([]);
});
