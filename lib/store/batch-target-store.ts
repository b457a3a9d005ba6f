import { setImmediate as letOthers } from 'node:timers/promises';
import type { TargetChange, TargetState } from '@/lib/batch/batch';
import type { TargetResult } from '@/lib/batch/compare-batches';
import type { PrismaClient } from './generated/client';

/** A target whose turn may come. */
export interface WaitingTarget {
  position: number;
  turn: number;
  input: string;
  key: string;
  domain: string;
  tries: number;
}

/** A target by its place. */
export interface TargetPlace {
  batchId: string;
  position: number;
}

/** What came of a target, as its row has it. */
export interface EndedTarget extends TargetResult {
  headline: string | null;
  /** Null: there is no former run. */
  change: TargetChange | null;
}

/** The part of the store that knows where the targets of batches stand. */
export interface BatchTargetStore {
  /** In the order of turns, behind this turn. */
  waitingTargets(batchId: string, after: number | null, most: number): Promise<WaitingTarget[]>;
  /** Targets that wait or run. */
  countLeft(batchId: string): Promise<number>;
  /** Whether there are any. */
  hasUnended(batchId: string): Promise<boolean>;
  /** Its check is about to be made. False when it waits no longer, or its batch does not go on. */
  takeTarget(place: TargetPlace, checkId: string): Promise<boolean>;
  /** It waits again; `isTry`: its check came to nothing by our own doing. */
  returnTarget(place: TargetPlace, isTry: boolean): Promise<void>;
  endTarget(place: TargetPlace, end: EndedTarget): Promise<void>;
  /** All that wait. */
  leaveOut(batchId: string): Promise<void>;
  /** Those of these batches, or of all, that have a check under way. */
  takenTargets(
    batchIds: readonly string[] | null,
  ): Promise<(TargetPlace & { checkId: string; key: string; tries: number; formerId: string | null })[]>;
  /** How the check of a target ended; null: it is not there. */
  checkEnd(checkId: string): Promise<{ status: string; isSealed: boolean; sessionCount: number } | null>;
}

/** Rows that one statement changes or removes: all at once would hold everybody up. Nothing of SQLite ends a turn by itself. */
export const CHANGED_AT_ONCE = 1_000;

export function batchTargetStore(prisma: PrismaClient): BatchTargetStore {
  const placeOf = ({ batchId, position }: TargetPlace) => ({ batchId, position });

  return {
    async waitingTargets(batchId, after, most) {
      const rows = await prisma.batchTarget.findMany({
        where: { batchId, state: 'waiting', ...(after !== null && { turn: { gt: after } }) },
        orderBy: { turn: 'asc' },
        take: most,
        select: { position: true, turn: true, input: true, key: true, domain: true, tries: true },
      });
      return rows.map((row) => ({ ...row, domain: row.domain ?? '' }));
    },

    countLeft: (batchId) =>
      prisma.batchTarget.count({ where: { batchId, state: { in: ['running', 'waiting'] } } }),

    async hasUnended(batchId) {
      const first = (state: TargetState) =>
        prisma.batchTarget.findFirst({ where: { batchId, state }, select: { position: true } });
      return (await first('running')) !== null || (await first('waiting')) !== null;
    },

    async takeTarget(place, checkId) {
      const where = { ...placeOf(place), state: 'waiting', batch: { state: 'running' } };
      return (await prisma.batchTarget.updateMany({ where, data: { state: 'running', checkId } })).count > 0;
    },

    async returnTarget(place, isTry) {
      await prisma.batchTarget.updateMany({
        where: { ...placeOf(place), state: 'running' },
        data: { state: 'waiting', checkId: null, ...(isTry && { tries: { increment: 1 } }) },
      });
    },

    async endTarget(place, { findings, ...end }) {
      await prisma.$transaction([
        prisma.batchTarget.updateMany({ where: placeOf(place), data: { ...end, state: 'done' } }),
        prisma.batchFinding.deleteMany({ where: placeOf(place) }),
        prisma.batchFinding.createMany({
          data: [...new Set(findings)].map((code, n) => ({ ...placeOf(place), code, n })),
        }),
      ]);
    },

    async leaveOut(batchId) {
      const waiting = { batchId, state: 'waiting' };
      for (;;) {
        const rows = await prisma.batchTarget.findMany({
          where: waiting,
          orderBy: { turn: 'asc' },
          take: CHANGED_AT_ONCE,
          select: { turn: true },
        });
        const last = rows.at(-1);
        if (last === undefined) return;
        await prisma.batchTarget.updateMany({
          where: { ...waiting, turn: { lte: last.turn } },
          data: { state: 'left-out' },
        });
        await letOthers();
      }
    },

    async takenTargets(batchIds) {
      const rows = await prisma.batchTarget.findMany({
        where: { state: 'running', ...(batchIds !== null && { batchId: { in: [...batchIds] } }) },
        select: {
          batchId: true,
          position: true,
          checkId: true,
          key: true,
          tries: true,
          batch: { select: { formerId: true } },
        },
      });
      return rows.map(({ batch, checkId, ...row }) => ({
        ...row,
        checkId: checkId ?? '',
        formerId: batch.formerId,
      }));
    },

    async checkEnd(checkId) {
      const row = await prisma.check.findUnique({
        where: { id: checkId },
        select: { status: true, digest: true, sessionCount: true },
      });
      return row && { status: row.status, isSealed: row.digest !== null, sessionCount: row.sessionCount };
    },
  };
}
