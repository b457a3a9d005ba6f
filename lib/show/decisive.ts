import type { Report } from '@/lib/report/report';
import type { Finding } from '@/lib/report/finding';
import { decisiveSession } from '@/lib/report/decisive-session';

type Session = Report['sessions'][number];

/** True while more may be seen. */
export function isUnderWay(report: Pick<Report, 'status'>): boolean {
  return report.status === 'running' || report.status === 'queued';
}

/** Findings that set sessions against each other. */
const DISAGREEMENTS = ['hosts.disagree', 'hosts.disagree-about-us', 'hosts.backup-accepts-any'];

/**
 * The sessions that the verdict rests on, one for each way in which they ended: where exchanges disagree, or senders meet
 * different things, there are several. The deciding one is first.
 */
export function decisiveSessions(report: Pick<Report, 'verdict' | 'findings' | 'sessions'>): Session[] {
  const { verdict, findings, sessions } = report;
  const first = decisiveSession(report);
  const compared = findings.filter(({ code }) => DISAGREEMENTS.includes(code));
  const evidence = [verdict, ...(verdict?.cases ?? []), ...compared].flatMap((one) => one?.evidence ?? []);
  const proving = evidence.flatMap((one) =>
    one.at === 'session' ? (sessions.find(({ n }) => n === one.n) ?? []) : [],
  );
  const byOutcome = new Map<Session['outcome'], Session>();
  for (const session of [...(first === null ? [] : [first]), ...proving])
    if (!byOutcome.has(session.outcome)) byOutcome.set(session.outcome, session);
  return [...byOutcome.values()];
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
