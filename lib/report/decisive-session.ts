import type { Report } from './report';

type Session = Report['sessions'][number];

/** The session that decided the verdict; null when DNS decided, or nothing is decided. */
export function decisiveSession({ verdict, sessions }: Pick<Report, 'verdict' | 'sessions'>): Session | null {
  return sessions.find(({ n }) => n === verdict?.session) ?? null;
}

/**
 * The sessions that the verdict rests on, one for each way in which they ended: where exchanges disagree, or senders meet
 * different things, there are several. The deciding one is first.
 */
export function decisiveSessions(report: Pick<Report, 'verdict' | 'sessions'>): Session[] {
  const { verdict, sessions } = report;
  const first = decisiveSession(report);
  const evidence = [verdict, ...(verdict?.cases ?? [])].flatMap((one) => one?.evidence ?? []);
  const proving = evidence.flatMap((one) =>
    one.at === 'session' ? (sessions.find(({ n }) => n === one.n) ?? []) : [],
  );
  const byOutcome = new Map<Session['outcome'], Session>();
  for (const session of [...(first === null ? [] : [first]), ...proving])
    if (!byOutcome.has(session.outcome)) byOutcome.set(session.outcome, session);
  return [...byOutcome.values()];
}
