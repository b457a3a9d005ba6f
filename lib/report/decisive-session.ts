import type { Report } from './report';

type Session = Report['sessions'][number];

/** The session that the verdict rests on; null when DNS decided or nothing is decided. */
export function decisiveSession(report: Pick<Report, 'verdict' | 'sessions'>): Session | null {
  for (const reference of report.verdict?.evidence ?? []) {
    const n = /^smtp:(\d+)/.exec(reference)?.[1];
    const session = n ? report.sessions.find((one) => one.n === Number(n)) : undefined;
    if (session) return session;
  }
  return null;
}
