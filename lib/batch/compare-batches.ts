import type { TargetChange, TargetOutcome } from './batch';

/** What came of a target in one run. */
export interface TargetResult {
  outcome: TargetOutcome;
  /** Codes. */
  findings: readonly string[];
}

/** A target of which two runs say something else. */
export interface BatchDifference {
  key: string;
  change: Exclude<TargetChange, 'same'>;
  /** Null: it was not there, or had not ended. */
  before: TargetResult | null;
  after: TargetResult;
  appeared: string[];
  gone: string[];
}

/** From good to bad, for whoever wants mail to arrive; what is not known is neither. */
const RANKS: Readonly<Record<TargetOutcome, number | null>> = {
  accepted: 0,
  depends: 1,
  temporary: 2,
  permanent: 3,
  'no-mail': 3,
  unknown: null,
  interrupted: null,
};

/** What became of one target since the run before; null: it was not there, or had not ended. */
export function changeOf(before: TargetResult | null, after: TargetResult): TargetChange {
  if (before === null) return 'new';
  const [was, is] = [RANKS[before.outcome], RANKS[after.outcome]];
  if (was !== null && is !== null && was !== is) return is < was ? 'better' : 'worse';
  const isSame = before.outcome === after.outcome && without(before.findings, after.findings).length === 0;
  return isSame && before.findings.length === after.findings.length ? 'same' : 'other';
}

/** What differs between two runs, in the order of the later one. Results are by the key of their target. */
export function compareBatches(
  before: ReadonlyMap<string, TargetResult>,
  after: ReadonlyMap<string, TargetResult>,
): BatchDifference[] {
  return [...after].flatMap(([key, is]) => {
    const was = before.get(key) ?? null;
    const change = changeOf(was, is);
    if (change === 'same') return [];
    const [known, now] = [was?.findings ?? [], is.findings];
    return [
      { key, change, before: was, after: is, appeared: without(now, known), gone: without(known, now) },
    ];
  });
}

function without(codes: readonly string[], others: readonly string[]): string[] {
  return codes.filter((code) => !others.includes(code));
}
