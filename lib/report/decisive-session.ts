import type { Report } from './report';

type Session = Report['sessions'][number];

/** The session that decided the verdict; null when DNS decided, or nothing is decided. */
export function decisiveSession({ verdict, sessions }: Pick<Report, 'verdict' | 'sessions'>): Session | null {
  return sessions.find(({ n }) => n === verdict?.session) ?? null;
}
