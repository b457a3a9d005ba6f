import type { Finding, Severity } from '@/lib/report/finding';
import type { WhoActs } from '@/lib/who-acts';

/** Findings that change nothing about delivery are folded away; a null MX is information, yet it decides. */
function isFolded({ severity, permanence }: Finding): boolean {
  return (severity === 'info' || severity === 'ok') && permanence === null;
}

const WEIGHT: Record<Severity, number> = { error: 0, warning: 1, unknown: 2, notice: 3, ok: 4, info: 5 };

export interface FindingGroup {
  whoActs: WhoActs;
  findings: Finding[];
}

/** Findings in order of consequence, grouped by who must act; `folded` are those that change nothing. */
export function byConsequence(findings: readonly Finding[]): { groups: FindingGroup[]; folded: Finding[] } {
  const ordered = [...findings].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
  const groups: FindingGroup[] = [];
  for (const finding of ordered) {
    if (isFolded(finding)) continue;
    const group = groups.find(({ whoActs }) => whoActs === finding.whoActs);
    if (group) group.findings.push(finding);
    else groups.push({ whoActs: finding.whoActs, findings: [finding] });
  }
  return { groups, folded: ordered.filter(isFolded) };
}
