import { emptyReport } from '@/lib/report/empty-report';
import { reduceCheck } from '@/lib/report/reduce';
import { CheckOptions, type Report, TargetView, Vantage } from '@/lib/report/report';
import { CheckStatus } from '@/lib/report/status';
import type { StoredEvidence } from '@/lib/report/stored-evidence';
import { upgrade } from '@/lib/report/upgrade';
import { isValidEvidence } from '@/lib/report/valid-evidence';
import { RULES_VERSION } from '@/lib/report/versions';

/**
 * The report that this evidence gives, without conclusions; null when it is none that this version can read. How the check ended
 * is no evidence: it is taken from the file.
 */
export function rebuild(evidence: StoredEvidence, file: Readonly<Record<string, unknown>>): Report | null {
  const events = upgraded(evidence);
  if (events === null || !isValidEvidence(events)) return null;
  const started = events.find((event) => event.type === 'started');
  // One that was stopped before its turn has seen nothing.
  const target = TargetView.safeParse(started?.target ?? file['target']).data;
  const options = CheckOptions.safeParse(started?.options ?? file['options']).data;
  const vantage = Vantage.safeParse(started?.vantage ?? file['vantage']).data;
  if (target === undefined || options === undefined || vantage === undefined) return null;
  const empty = emptyReport({
    id: textOf(file['id']) ?? '',
    target,
    options,
    vantage,
    startedAt: textOf(file['startedAt']) ?? '',
    versions: { schema: evidence.version, rules: RULES_VERSION },
  });
  return {
    ...events.reduce<Report>(reduceCheck, empty),
    status: CheckStatus.catch('done').parse(file['status']),
  };
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function upgraded(evidence: StoredEvidence): readonly unknown[] | null {
  try {
    return upgrade(evidence);
  } catch {
    // Of a version that is not known here, or of none.
    return null;
  }
}
