import { judge } from '@/lib/findings/judge';
import type { Severities } from '@/lib/findings/severities';
import { eventDocument } from '@/lib/report/document';
import { emptyReport } from '@/lib/report/empty-report';
import type { CheckEvent } from '@/lib/report/event';
import { reduceCheck } from '@/lib/report/reduce';
import type { Report } from '@/lib/report/report';
import type { StoredEvent } from '@/lib/report/stored-evidence';
import { upgrade } from '@/lib/report/upgrade';
import { RULES_VERSION, SCHEMA_VERSION } from '@/lib/report/versions';
import type { NewCheck, StoredCheck } from '@/lib/store/store';

/** A check in which nothing has happened yet. */
export function newReport({ id, target, options, vantage, createdAt }: NewCheck): Report {
  return emptyReport({
    id,
    target,
    options,
    vantage,
    startedAt: createdAt.toISOString(),
    versions: { schema: SCHEMA_VERSION, rules: RULES_VERSION },
  });
}

/** Everything that was seen, whatever version wrote it down, and judged by the rules of today. */
export function seenReport(check: StoredCheck, status: Report['status'], severities: Severities): Report {
  const { version } = check.evidence;
  const empty = newReport(check);
  const seen = upgrade(check.evidence).reduce<Report>(reduceCheck, {
    ...empty,
    versions: { ...empty.versions, schema: version },
  });
  const judged = { ...seen, status };
  return { ...judged, ...judge(judged, severities) };
}

/** The report of a check out of what is stored of it. */
export function storedReport(check: StoredCheck, severities: Severities): Report {
  const { ending } = check;
  if (ending === null) return seenReport(check, 'running', severities);
  const seen = seenReport(check, ending.status, severities);
  return endingEvents(ending, seen).reduce<Report>(reduceCheck, seen);
}

/**
 * All events of a check that has ended: its evidence as it was sealed, so that the digest can be made again from it; then
 * the judgement by the rules of today, and the end. A client that had seen the end live has seen these numbers.
 */
export function storedEvents(check: StoredCheck, severities: Severities): readonly StoredEvent[] {
  const { evidence, ending } = check;
  if (ending === null) return evidence.events;
  return [
    ...evidence.events,
    ...endingEvents(ending, seenReport(check, ending.status, severities)).map(eventDocument),
  ];
}

function endingEvents(
  { status, finishedAt, lastSeq, digest }: NonNullable<StoredCheck['ending']>,
  { findings, notes, verdict }: Report,
): CheckEvent[] {
  return [
    { type: 'judged', seq: lastSeq - 1, rules: RULES_VERSION, findings, notes, verdict },
    { type: 'done', seq: lastSeq, status, at: finishedAt.toISOString(), digest },
  ];
}
