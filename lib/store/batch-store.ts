import { setImmediate as letOthers } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import { type Batch, BatchDepth, BatchState } from '@/lib/batch/batch';
import type { ListedTarget } from '@/lib/batch/read-list';
import { targetKey } from '@/lib/batch/read-list';
import { type BatchResultStore, batchResultStore, TargetProblem } from './batch-result-store';
import {
  type BatchTargetStore,
  batchTargetStore,
  CHANGED_AT_ONCE,
  type TargetPlace,
} from './batch-target-store';
import { MAX_PAGE, olderThan, pageOf, readCursor } from './cursor';
import type { Prisma, PrismaClient } from './generated/client';
import { textOf } from './json-column';

/** A batch as it is written down before its targets are. */
export interface NewBatch extends Omit<Batch, 'state' | 'endedAt'> {
  /** By what the checks are counted that it starts. */
  caller: string;
  /** Equal for equal targets in one order. */
  digest: string;
}

/** A batch by what its checks are started with. */
export type RunningBatch = Pick<Batch, 'id' | 'startedBy' | 'depth' | 'formerId'> & { caller: string };

/** The part of the store that knows batches. */
export interface BatchStore extends BatchResultStore, BatchTargetStore {
  /** It is seen by nobody, and nothing of it is checked, until `openBatch`. */
  beginBatch(batch: NewBatch): Promise<void>;
  /** What is not opened is removed by the next start. */
  addList(batchId: string, targets: readonly ListedTarget[]): Promise<void>;
  /** Its list is all here, and is read from now on. */
  openBatch(id: string): Promise<void>;
  /** Those whose list is not all read, oldest first; also those that were stopped meanwhile. */
  readingBatches(): Promise<string[]>;
  /** Makes rows of some targets of its list, from where that stopped; false when all of them are there. */
  unpack(batchId: string): Promise<boolean>;
  /** Batches of a former process that were never opened; only those that began before then. */
  removeArriving(before?: Date): Promise<void>;
  /** With all its rows; its checks stay. False when there is none. */
  removeBatch(id: string): Promise<boolean>;
  /** Those that have ended before. Returns how many. */
  removeBatches(before: Date): Promise<number>;
  readBatch(id: string): Promise<Batch | null>;
  /** Newest first; `startedBy`: theirs alone. */
  listBatches(query: {
    startedBy?: string | null;
    cursor?: string | undefined;
    limit: number;
  }): Promise<{ items: Batch[]; next: string | null }>;
  /** The newest of the same list, by its targets or by its name, that the same person has started; null when there is none. */
  formerBatch(of: Pick<NewBatch, 'digest' | 'name' | 'startedBy'>): Promise<string | null>;
  /** Oldest first. */
  runningBatches(): Promise<RunningBatch[]>;
  /** Of whoever is counted like this, those that have not ended. */
  countUnended(caller: string): Promise<number>;
  /** False when it is in none of these states. */
  changeBatch(
    id: string,
    from: readonly BatchState[],
    to: BatchState,
    endedAt: Date | null,
  ): Promise<boolean>;
}

/** Rows that one statement takes: each costs half a millisecond, and everybody else has their turn between two. */
const ROWS_AT_ONCE = 25;

/** Targets of one piece of a list. */
const PIECE_TARGETS = 500;

const ARRIVING = 'arriving';
const UNENDED: BatchState[] = ['reading', 'running', 'paused'];

type BatchRow = Prisma.BatchGetPayload<object>;

/** As `addList` has written them. */
const ListedTargets = z.array(
  z.object({
    line: z.int(),
    lines: z.int(),
    input: z.string(),
    target: z.object({ domain: z.string(), mailbox: z.string().nullable() }).nullable(),
    problem: TargetProblem.nullable(),
    turn: z.int(),
  }),
);

export function batchStore(prisma: PrismaClient): BatchStore {
  /** First their rows, piece by piece. */
  const removeAll = async (where: Prisma.BatchWhereInput): Promise<number> => {
    const batches = await prisma.batch.findMany({
      where,
      select: { id: true, targets: true, invalid: true },
    });
    for (const { id, targets, invalid } of batches) {
      for (let at = CHANGED_AT_ONCE; at < targets + invalid; at += CHANGED_AT_ONCE) {
        await prisma.batchTarget.deleteMany({ where: { batchId: id, position: { lt: at } } });
        await letOthers();
      }
      await prisma.batchPiece.deleteMany({ where: { batchId: id } });
      await prisma.batch.deleteMany({ where: { id } });
    }
    return batches.length;
  };

  return {
    ...batchResultStore(prisma),
    ...batchTargetStore(prisma),

    async beginBatch(batch) {
      await prisma.batch.createMany({ data: { ...batch, state: ARRIVING } });
    },

    async addList(batchId, targets) {
      for (let n = 0; n * PIECE_TARGETS < targets.length; n++) {
        const piece = targets.slice(n * PIECE_TARGETS, (n + 1) * PIECE_TARGETS);
        const body = new Uint8Array(await promisify(gzip)(JSON.stringify(piece)));
        await prisma.batchPiece.createMany({ data: { batchId, n, body } });
      }
    },

    async readingBatches() {
      const pieces = await prisma.batchPiece.findMany({ distinct: ['batchId'], select: { batchId: true } });
      const ids = pieces.map(({ batchId }) => batchId);
      const rows = await prisma.batch.findMany({
        where: { state: { not: ARRIVING }, OR: [{ state: 'reading' }, { id: { in: ids } }] },
        orderBy: { createdAt: 'asc' },
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },

    async unpack(batchId) {
      const piece = await prisma.batchPiece.findFirst({ where: { batchId }, orderBy: { n: 'asc' } });
      if (piece === null) return false;
      const targets = ListedTargets.parse(JSON.parse(String(await promisify(gunzip)(piece.body))));
      const last = await prisma.batchTarget.findFirst({
        where: { batchId },
        orderBy: { position: 'desc' },
        select: { position: true },
      });
      const first = piece.n * PIECE_TARGETS;
      for (
        let at = Math.max(0, (last?.position ?? -1) + 1 - first);
        at < targets.length;
        at += ROWS_AT_ONCE
      ) {
        await prisma.batchTarget.createMany({
          data: targets
            .slice(at, at + ROWS_AT_ONCE)
            .map((target, n) => rowOf(target, { batchId, position: first + at + n })),
        });
        await letOthers();
      }
      await prisma.batchPiece.deleteMany({ where: { batchId, n: piece.n } });
      return true;
    },

    async openBatch(id) {
      await prisma.batch.updateMany({ where: { id, state: ARRIVING }, data: { state: 'reading' } });
    },

    async removeArriving(before) {
      await removeAll({ state: ARRIVING, ...(before !== undefined && { createdAt: { lt: before } }) });
    },

    async removeBatch(id) {
      return (await removeAll({ id })) > 0;
    },

    removeBatches: (before) => removeAll({ endedAt: { lt: before } }),

    async readBatch(id) {
      const row = await prisma.batch.findUnique({ where: { id } });
      return row && (batchOf(row)[0] ?? null);
    },

    async listBatches({ startedBy, cursor, limit }) {
      const take = Math.min(limit, MAX_PAGE);
      const place = cursor === undefined ? null : readCursor(cursor);
      const rows = await prisma.batch.findMany({
        where: {
          state: { not: ARRIVING },
          ...(startedBy !== undefined && { startedBy }),
          ...(place && olderThan(place)),
        },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: take + 1,
      });
      const { items, next } = pageOf(rows, take, batchOf);
      return { items: items.flat(), next };
    },

    async formerBatch({ digest, name, startedBy }) {
      const row = await prisma.batch.findFirst({
        where: {
          startedBy,
          state: { in: ['done', 'stopped'] },
          OR: [{ digest }, ...(name === '' ? [] : [{ name }])],
        },
        orderBy: { createdAt: 'desc' },
        select: { id: true },
      });
      return row?.id ?? null;
    },

    async runningBatches() {
      const rows = await prisma.batch.findMany({
        where: { state: 'running' },
        orderBy: { createdAt: 'asc' },
      });
      return rows.flatMap((row) => batchOf(row).map((batch) => ({ ...batch, caller: row.caller })));
    },

    countUnended: (caller) =>
      prisma.batch.count({ where: { caller, state: { in: [...UNENDED, ARRIVING] } } }),

    async changeBatch(id, from, to, endedAt) {
      const where = { id, state: { in: [...from] } };
      return (await prisma.batch.updateMany({ where, data: { state: to, endedAt } })).count > 0;
    },
  };
}

function rowOf(
  { target, problem, ...one }: z.infer<typeof ListedTargets>[number],
  place: TargetPlace,
): Prisma.BatchTargetCreateManyInput {
  return {
    ...one,
    ...place,
    key: target === null ? '' : targetKey(target),
    domain: target?.domain ?? null,
    state: target === null ? 'invalid' : 'waiting',
    problem: textOf(problem),
  };
}

/** None while it arrives, or where a row holds a word that no version of today writes. */
function batchOf({ state, depth, caller: _, digest: __, ...row }: BatchRow): Batch[] {
  const [known, deep] = [BatchState.safeParse(state), BatchDepth.safeParse(depth)];
  return known.success && deep.success ? [{ ...row, state: known.data, depth: deep.data }] : [];
}
