import { CheckOptions, TargetView, Vantage } from '@/lib/report/report';
import { CheckStatus } from '@/lib/report/status';
import { CheckSummary } from '@/lib/report/summary';
import { targetOf } from './check-columns';
import type { Check } from './generated/client';
import type { NewCheck } from './store';

/** Throws when a column holds what `create` does not write: then the database is not ours, or broken. */
export function aboutOf(row: Check): NewCheck {
  return {
    id: row.id,
    createdAt: row.createdAt,
    fingerprint: row.fingerprint,
    target: targetOf(row),
    options: CheckOptions.parse(JSON.parse(row.options)),
    vantage: Vantage.parse(JSON.parse(row.vantage)),
    ...(row.retestOf !== null && { retestOf: row.retestOf }),
    ...(row.noticeId !== null && { noticeId: row.noticeId }),
    ...(row.formerId !== null && { formerId: row.formerId }),
    ...(row.caller !== null && { caller: row.caller }),
    ...(row.startedBy !== null && { startedBy: row.startedBy }),
    ...(row.watchId !== null && { watchId: row.watchId }),
    ...(row.batchId !== null && { batchId: row.batchId }),
  };
}

/** A word that no version of mxproof writes there makes a row one of a check that failed, without a verdict. */
export function summaryOf(row: Check): CheckSummary {
  const { finishedAt, startedAt, verdictHeadline: headline } = row;
  return {
    id: row.id,
    target: targetOf({ ...row, targetKind: TargetView.shape.kind.catch('domain').parse(row.targetKind) }),
    queryCount: row.queryCount,
    sessionCount: row.sessionCount,
    isKept: row.keptSince !== null,
    status: CheckStatus.catch('failed').parse(row.status),
    depth: CheckSummary.shape.depth.catch('envelope').parse(row.depth),
    createdAt: row.createdAt.toISOString(),
    startedAt: (startedAt ?? row.createdAt).toISOString(),
    durationMs: finishedAt === null || startedAt === null ? null : finishedAt.getTime() - startedAt.getTime(),
    verdict: CheckSummary.shape.verdict.catch(null).parse(
      row.verdictOutcome === null || headline === null
        ? null
        : {
            outcome: row.verdictOutcome,
            side: row.verdictSide ?? 'unknown',
            stage: row.verdictStage,
            headline,
          },
    ),
  };
}
