import type { CheckEvent } from '@/lib/report/event';
import { emptyReport, reduceCheck } from '@/lib/report/reduce';
import type { Report } from '@/lib/report/report';
import { RULES_VERSION, SCHEMA_VERSION } from '@/lib/report/versions';
import { judge } from '@/lib/findings/judge';
import type { NewCheck, StoredCheck } from '@/lib/store/store';

/** A check in which nothing has happened yet. */
export function newReport({ id, target, options, vantage, createdAt }: NewCheck): Report {
  return emptyReport({
    ...{ id, target, options, vantage },
    startedAt: createdAt.toISOString(),
    versions: { schema: SCHEMA_VERSION, rules: RULES_VERSION },
  });
}

/**
 * All events of a check that has ended: what is stored, then the judgement, made again by the rules of today, and the
 * end. A client that had seen the end live has seen these numbers.
 */
export function allEvents(check: StoredCheck): CheckEvent[] {
  const { events, ending } = check;
  if (ending === null) return [...events];
  const { status, finishedAt, lastSeq, digest } = ending;
  const seen = { ...events.reduce<Report>(reduceCheck, newReport(check)), status };
  return [
    ...events,
    { type: 'judged', seq: lastSeq - 1, rules: RULES_VERSION, ...judge(seen) },
    { type: 'done', seq: lastSeq, status, at: finishedAt.toISOString(), digest },
  ];
}

/** The report of a check out of what is stored of it. */
export function storedReport(check: StoredCheck): Report {
  return allEvents(check).reduce<Report>(reduceCheck, newReport(check));
}
