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
      if (reference.at !== 'session' || reference.n !== session || reference.line === null) continue;
      byLine.set(reference.line, [...(byLine.get(reference.line) ?? []), finding]);
    }
  return byLine;
}
