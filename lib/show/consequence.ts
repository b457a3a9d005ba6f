import type { Finding, Severity } from '@/lib/report/finding';
import type { Report } from '@/lib/report/report';
import type { WhoActs } from '@/lib/who-acts';

type Conclusions = Pick<Report, 'findings' | 'verdict'>;

/**
 * Findings that change nothing about delivery are folded away. A null MX is information, yet it decides; a long wait is a notice, yet
 * the verdict names it.
 */
function isFolded({ verdict }: Conclusions, { code, severity, permanence }: Finding): boolean {
  if (permanence !== null || verdict?.but.includes(code) === true) return false;
  return severity === 'notice' || severity === 'info' || severity === 'ok';
}

const WEIGHT: Record<Severity, number> = { error: 0, warning: 1, unknown: 2, notice: 3, ok: 4, info: 5 };

export interface FindingGroup {
  whoActs: WhoActs;
  findings: Finding[];
}

/** Findings in order of consequence, grouped by who must act; `folded` are those that change nothing. */
export function byConsequence(conclusions: Conclusions): { groups: FindingGroup[]; folded: Finding[] } {
  const ordered = [...conclusions.findings].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
  const groups: FindingGroup[] = [];
  for (const finding of ordered) {
    if (isFolded(conclusions, finding)) continue;
    const group = groups.find(({ whoActs }) => whoActs === finding.whoActs);
    if (group) group.findings.push(finding);
    else groups.push({ whoActs: finding.whoActs, findings: [finding] });
  }
  return { groups, folded: ordered.filter((one) => isFolded(conclusions, one)) };
}
