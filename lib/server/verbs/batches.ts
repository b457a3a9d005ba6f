import { setImmediate as letOthers } from 'node:timers/promises';
import type { z } from 'zod';
import type { Batch, BatchCounts, BatchTarget } from '@/lib/batch/batch';
import { type BatchDifference, compareBatches } from '@/lib/batch/compare-batches';
import { timeLeftMs } from '@/lib/batch/time-left';
import type { BatchWait } from '@/lib/batch/wait';
import { AppProblem } from '@/lib/problem';
import type { Services } from '../engine/services';
import type { BatchChange, ListBatches, ListTargets, TargetFilter } from './batch-input';
import { type Caller, may } from './caller';
import { note } from './note';
import { query, verb } from './verb';

/** Lines of a table that are read before others have their turn. */
const EXPORTED_AT_ONCE = 200;

export interface BatchLink {
  id: string;
}

/** A batch as it stands. */
export interface BatchView extends Batch {
  counts: BatchCounts;
  /** Until it is done, at the pace of its last checks; null while that is not known, and when it has ended. */
  timeLeftMs: number | null;
  /** What keeps targets waiting beside the number of checks at once. */
  waits: readonly BatchWait[];
  /** The former run of the list, and when that was begun; null: there is none, or it was removed. */
  former: { id: string; at: Date } | null;
}

/** A batch of a list, with how many of its targets have not ended. */
export interface ListedBatch extends Batch {
  left: number;
}

/** Newest first; for whoever may not see everybody's, those that they have started. */
export const listBatches = query(
  'list-own',
  async (
    caller,
    asked: z.infer<typeof ListBatches>,
    { store },
  ): Promise<{ items: ListedBatch[]; next: string | null }> => {
    const { items, next } = await store.listBatches({
      ...asked,
      ...(!may(caller, 'list') && { startedBy: caller.who }),
    });
    const left = await Promise.all(
      items.map(async ({ id, endedAt }) => (endedAt === null ? store.countLeft(id) : 0)),
    );
    return { items: items.map((batch, at) => ({ ...batch, left: left[at] ?? 0 })), next };
  },
);

/** Throws `batch-not-found`. */
export const readBatch = query(
  'list-own',
  async (caller, { id }: BatchLink, services): Promise<BatchView> => {
    const { store, batches } = services;
    const batch = await found(caller, id, services);
    const counts = await store.batchCounts(id);
    const former = batch.formerId === null ? null : await store.readBatch(batch.formerId);
    const { ends, waits } = batches.paceOf(id);
    const left = counts.states.waiting + counts.states.running;
    return {
      ...batch,
      counts,
      timeLeftMs: batch.state === 'running' ? timeLeftMs(ends, left, Date.now()) : null,
      waits: batch.state === 'running' ? waits : [],
      former: former && { id: former.id, at: former.createdAt },
    };
  },
);

/** Its lines in their order. Throws `batch-not-found`. */
export const batchTargets = query(
  'list-own',
  async (
    caller,
    { id, after, limit, ...filter }: BatchLink & z.infer<typeof ListTargets>,
    services,
  ): Promise<{ items: BatchTarget[]; next: number | null }> => {
    await found(caller, id, services);
    return services.store.batchTargets(id, { ...filter, after: after ?? null, limit });
  },
);

/** All of its lines that the filter leaves, page by page. Throws `batch-not-found`. */
export const batchResults = query(
  'list-own',
  async (
    caller,
    { id, ...filter }: BatchLink & z.infer<typeof TargetFilter>,
    services,
  ): Promise<AsyncIterable<readonly BatchTarget[]>> => {
    await found(caller, id, services);
    return pagesOf(id, filter, services);
  },
);

async function* pagesOf(
  id: string,
  filter: z.infer<typeof TargetFilter>,
  { store }: Pick<Services, 'store'>,
) {
  for (let after: number | null = null; ;) {
    const page: { items: BatchTarget[]; next: number | null } = await store.batchTargets(id, {
      ...filter,
      after,
      limit: EXPORTED_AT_ONCE,
    });
    yield page.items;
    await letOthers();
    if (page.next === null) return;
    after = page.next;
  }
}

/** A page of what differs from the former run of the list. */
export interface DifferencePage {
  former: string;
  items: (BatchDifference & { line: number; target: string })[];
  next: number | null;
}

/** Throws `batch-not-found`, and `not-comparable` where there is no former run. */
export const batchDifferences = query(
  'list-own',
  async (
    caller,
    { id, after, limit }: BatchLink & Pick<z.infer<typeof ListTargets>, 'after' | 'limit'>,
    services,
  ): Promise<DifferencePage> => {
    const { store } = services;
    const { formerId } = await found(caller, id, services);
    if (formerId === null)
      throw new AppProblem('not-comparable', { say: 'This list was not checked before by the same person.' });
    const { items, next } = await store.batchTargets(id, { change: 'differs', after: after ?? null, limit });
    const keys = items.map(({ key }) => key);
    const [before, now] = [await store.resultsOf(formerId, keys), await store.resultsOf(id, keys)];
    const rows = new Map(items.map((row) => [row.key, row]));
    return {
      former: formerId,
      items: compareBatches(before, now).map((one) => {
        const { line = 0, input = one.key } = rows.get(one.key) ?? {};
        return { ...one, line, target: input };
      }),
      next,
    };
  },
);

/** Nothing of it is begun while it is paused; what runs ends. One that has ended stays as it is. Throws `batch-not-found`. */
export const changeBatch = verb(
  'start-batches',
  async (caller, { id, isPaused }: BatchLink & z.infer<typeof BatchChange>, services): Promise<BatchView> => {
    const batch = await steered(caller, id, services);
    const [from, to] = isPaused ? (['running', 'paused'] as const) : (['paused', 'running'] as const);
    if (await services.store.changeBatch(id, [from], to, null))
      await note(caller, isPaused ? 'batch-paused' : 'batch-resumed', batchName(batch), services);
    services.batches.look();
    return readBatch(caller, { id }, services);
  },
);

/** What waits is left out; what runs ends. Throws `batch-not-found`. */
export const stopBatch = verb(
  'start-batches',
  async (caller, { id }: BatchLink, services): Promise<BatchView> => {
    const { store, batches } = services;
    const batch = await steered(caller, id, services);
    if (await store.changeBatch(id, ['reading', 'running', 'paused'], 'stopped', new Date())) {
      await store.leaveOut(id);
      await note(caller, 'batch-stopped', batchName(batch), services);
    }
    batches.look();
    return readBatch(caller, { id }, services);
  },
);

/** For good, with what came of its targets; its checks stay. Throws `batch-not-found`, and `request-invalid` while it goes on. */
export const removeBatch = verb('remove', async (caller, { id }: BatchLink, services): Promise<void> => {
  const batch = await found(caller, id, services);
  if (batch.endedAt === null || (await services.store.hasUnended(id)))
    throw new AppProblem('request-invalid', { say: 'This batch has not ended: stop it first.' });
  await services.store.removeBatch(id);
  await note(caller, 'batch-removed', batchName(batch), services);
});

/** How a batch is named to people. */
export function batchName({ name, targets }: Pick<Batch, 'name' | 'targets'>): string {
  const count = `${targets.toLocaleString('en')} ${targets === 1 ? 'target' : 'targets'}`;
  return name === '' ? count : `${name} (${count})`;
}

/** Those of others are there only for whoever sees everybody's. */
async function found(caller: Caller, id: string, { store }: Pick<Services, 'store'>): Promise<Batch> {
  const batch = await store.readBatch(id);
  if (batch === null || !(may(caller, 'list') || isOwn(caller, batch)))
    throw new AppProblem('batch-not-found', { say: 'There is no such batch.' });
  return batch;
}

/** Whoever may stop checks of others may stop their batches, too. Throws `batch-not-found` for those who may not. */
async function steered(caller: Caller, id: string, services: Pick<Services, 'store'>): Promise<Batch> {
  const batch = await found(caller, id, services);
  if (isOwn(caller, batch) || may(caller, 'stop-checks')) return batch;
  throw new AppProblem('not-permitted', {
    say: 'Only whoever has started this batch may do this, and operators.',
  });
}

function isOwn({ who }: Caller, { startedBy }: Batch): boolean {
  return who !== null && who === startedBy;
}
