import { z } from 'zod';
import {
  type BatchCounts,
  type BatchTarget,
  TargetChange,
  TargetOutcome,
  TargetState,
} from '@/lib/batch/batch';
import type { TargetResult } from '@/lib/batch/compare-batches';
import type { Prisma, PrismaClient } from './generated/client';
import { jsonIn } from './json-column';

/** Which targets of a batch are listed, in the order of the list. */
interface TargetQuery {
  state?: TargetState | undefined;
  outcome?: TargetOutcome | undefined;
  /** `differs`: all but `same`. */
  change?: TargetChange | 'differs' | undefined;
  /** Code. */
  finding?: string | undefined;
  /** What the line holds, whatever its letter case; `%` and `_` stand for anything. */
  q?: string | undefined;
  /** The position behind which the page begins; null: with the first. */
  after: number | null;
  /** At most `MAX_TARGET_PAGE`. */
  limit: number;
}

export const MAX_TARGET_PAGE = 1_000;

/** The part of the store that tells what came of the targets of a batch. */
export interface BatchResultStore {
  /** What came of the target in this batch; null when it is not there, or has not ended. */
  resultOf(batchId: string, key: string): Promise<TargetResult | null>;
  resultsOf(batchId: string, keys: readonly string[]): Promise<Map<string, TargetResult>>;
  batchTargets(
    batchId: string,
    query: TargetQuery,
  ): Promise<{ items: (BatchTarget & { key: string })[]; next: number | null }>;
  batchCounts(id: string): Promise<BatchCounts>;
}

/** Codes of findings that are counted of one batch. */
const MAX_COUNTED = 100;

const DIFFERENT = TargetChange.exclude(['same']).options;

type TargetRow = Prisma.BatchTargetGetPayload<object>;

/** Why a line is no target. */
export const TargetProblem = z.object({ code: z.string(), say: z.string() });

export function batchResultStore(prisma: PrismaClient): BatchResultStore {
  /** By position. Of so many rows Prisma asks in pieces, which it cannot by two columns, nor in an order. */
  const codesOf = async (batchId: string, rows: readonly TargetRow[]): Promise<Map<number, string[]>> => {
    const found = await prisma.batchFinding.findMany({
      where: { batchId, position: { in: rows.map(({ position }) => position) } },
    });
    const codes = new Map<number, string[]>();
    for (const { position, code } of found.toSorted((a, b) => a.n - b.n))
      codes.set(position, [...(codes.get(position) ?? []), code]);
    return codes;
  };
  const resultsOf: BatchResultStore['resultsOf'] = async (batchId, keys) => {
    const rows = await prisma.batchTarget.findMany({
      where: { batchId, key: { in: [...keys] }, state: 'done' },
    });
    const codes = await codesOf(batchId, rows);
    return new Map(
      rows.flatMap(({ key, position, outcome }) => {
        const known = TargetOutcome.safeParse(outcome);
        return known.success
          ? [[key, { outcome: known.data, findings: codes.get(position) ?? [] }] as const]
          : [];
      }),
    );
  };

  return {
    resultOf: async (batchId, key) => (await resultsOf(batchId, [key])).get(key) ?? null,
    resultsOf,

    async batchTargets(batchId, { state, outcome, change, finding, q, after, limit }) {
      const take = Math.min(limit, MAX_TARGET_PAGE);
      const rows = await prisma.batchTarget.findMany({
        where: {
          batchId,
          ...(state !== undefined && { state }),
          ...(outcome !== undefined && { outcome }),
          ...(change !== undefined && { change: change === 'differs' ? { in: DIFFERENT } : change }),
          ...(finding !== undefined && { findings: { some: { code: finding } } }),
          ...(q !== undefined && { input: { contains: q } }),
          ...(after !== null && { position: { gt: after } }),
        },
        orderBy: { position: 'asc' },
        take: take + 1,
      });
      const checks = await prisma.check.findMany({
        where: { id: { in: rows.flatMap(({ checkId }) => checkId ?? []) } },
        select: { id: true },
      });
      const kept = new Set(checks.map(({ id }) => id));
      const shown = rows.slice(0, take);
      const codes = await codesOf(batchId, shown);
      return {
        items: shown.map((row) => targetOf(row, kept, codes.get(row.position) ?? [])),
        next: rows.length > take ? (shown.at(-1)?.position ?? null) : null,
      };
    },

    async batchCounts(batchId) {
      const [states, outcomes, changes, findings] = await Promise.all([
        prisma.batchTarget.groupBy({ by: ['state'], where: { batchId }, _count: true }),
        prisma.batchTarget.groupBy({
          by: ['outcome'],
          where: { batchId, outcome: { not: null } },
          _count: true,
        }),
        prisma.batchTarget.groupBy({
          by: ['change'],
          where: { batchId, change: { not: null } },
          _count: true,
        }),
        prisma.batchFinding.groupBy({
          by: ['code'],
          where: { batchId },
          _count: { code: true },
          orderBy: [{ _count: { code: 'desc' } }, { code: 'asc' }],
          take: MAX_COUNTED,
        }),
      ]);
      const inState = new Map(states.map(({ state, _count }) => [state, _count]));
      return {
        states: {
          invalid: inState.get('invalid') ?? 0,
          waiting: inState.get('waiting') ?? 0,
          running: inState.get('running') ?? 0,
          done: inState.get('done') ?? 0,
          'left-out': inState.get('left-out') ?? 0,
        },
        outcomes: countsIn(
          TargetOutcome,
          outcomes.map(({ outcome, _count }) => [outcome, _count]),
        ),
        changes: countsIn(
          TargetChange,
          changes.map(({ change, _count }) => [change, _count]),
        ),
        findings: findings.map(({ code, _count }) => ({ code, count: _count.code })),
      };
    },
  };
}

/** What no version of today writes is left out. */
function countsIn<Word extends string>(
  words: z.ZodType<Word>,
  counts: readonly (readonly [string | null, number])[],
): Partial<Record<Word, number>> {
  const known: Partial<Record<Word, number>> = {};
  for (const [word, count] of counts) {
    const parsed = words.safeParse(word);
    if (parsed.success) known[parsed.data] = count;
  }
  return known;
}

function targetOf(
  row: TargetRow,
  kept: ReadonlySet<string>,
  findings: string[],
): BatchTarget & { key: string } {
  const { position, line, lines, input, key, checkId, headline } = row;
  return {
    position,
    line,
    lines,
    input,
    key,
    state: TargetState.catch('left-out').parse(row.state),
    problem: TargetProblem.nullable().catch(null).parse(jsonIn(row.problem)),
    checkId: checkId !== null && kept.has(checkId) ? checkId : null,
    outcome: TargetOutcome.nullable().catch(null).parse(row.outcome),
    headline,
    findings,
    change: TargetChange.nullable().catch(null).parse(row.change),
  };
}
