import type { Report } from '@/lib/check/report';
import type { Finding } from '@/lib/findings/finding';
import type { Session } from '@/lib/smtp/session';

/** True while more may be seen. */
export function isUnderWay(report: Pick<Report, 'status'>): boolean {
  return report.status === 'running' || report.status === 'queued';
}

/** The session that the verdict rests on; null when DNS decided or nothing is decided. */
export function decisiveSession(report: Pick<Report, 'verdict' | 'sessions'>): Session | null {
  for (const reference of report.verdict?.evidence ?? []) {
    const n = /^smtp:(\d+)/.exec(reference)?.[1];
    const session = n ? report.sessions.find((one) => one.n === Number(n)) : undefined;
    if (session) return session;
  }
  return null;
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
