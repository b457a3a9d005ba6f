import type { TargetResult } from '@/lib/batch/compare-batches';
import type { Report } from '@/lib/report/report';

/** Findings that are kept of one target; what decides comes first, and what is in order is none. */
const MAX_FINDINGS = 12;

/** What a batch keeps of a check that has ended: it stays when the check is removed. */
export function targetResult({ verdict, findings }: Pick<Report, 'verdict' | 'findings'>): TargetResult & {
  headline: string | null;
} {
  const wrong = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const deciding = findings.filter(({ code, severity }) => code === verdict?.finding && severity !== 'ok');
  const codes = [...deciding, ...wrong].map(({ code }) => code);
  return {
    outcome: verdict?.outcome ?? 'unknown',
    headline: verdict?.headline ?? null,
    findings: [...new Set(codes)].slice(0, MAX_FINDINGS),
  };
}
