import type { Report } from '@/lib/report/report';
import type { Finding } from '@/lib/report/finding';

/** True while more may be seen. */
export function isUnderWay(report: Pick<Report, 'status'>): boolean {
  return report.status === 'running' || report.status === 'queued';
}

/** Findings that point at a line of a session, by the line's seq: what makes a line loud. */
export function findingsByLine(findings: readonly Finding[], session: number): Map<number, Finding[]> {
  const byLine = new Map<number, Finding[]>();
  for (const finding of findings)
    for (const reference of finding.evidence) {
      const [kind, n, seq] = reference.split(':');
      if (kind !== 'smtp' || Number(n) !== session || !seq) continue;
      byLine.set(Number(seq), [...(byLine.get(Number(seq)) ?? []), finding]);
    }
  return byLine;
}
