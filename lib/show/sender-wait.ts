import type { Report } from '@/lib/report/report';
import { type Meeting, meetingOf, senderChoices } from '@/lib/route/sender';
import type { Session } from '@/lib/smtp/session';

/**
 * Milliseconds that a sender spends in SMTP until its mail is taken, refused or stays in its queue: each exchange that it tries
 * before, whole, and the session where it ends (RFC 5321 §5.1). What was asked beside the mail does not count. Null when no
 * session has ended.
 */
export function senderWaitMs({ route, sessions }: Pick<Report, 'route' | 'sessions'>): number | null {
  const tried = senderChoices(route?.hosts ?? [], sessions).filter(({ isTried }) => isTried);
  const waits = tried.flatMap(({ hosts, met }) => {
    const all = hosts.flatMap((host) => host.sessions).filter(({ outcome }) => outcome !== null);
    const last = all.find((session) => meetingOf(session) === met && ENDS.includes(met));
    return (last === undefined ? all : [last]).map(stagesMs);
  });
  return waits.length === 0 ? null : waits.reduce((sum, ms) => sum + ms, 0);
}

/** Where the sender stops, though others of the same preference were tried as well. */
const ENDS: readonly Meeting[] = ['accepted', 'refused', 'name-refused'];

function stagesMs({ stages }: Session): number {
  return stages.reduce((sum, { ms }) => sum + ms, 0);
}
