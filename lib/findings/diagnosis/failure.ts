import type { Meaning } from '@/lib/meaning/schema';
import type { Evidence } from '@/lib/report/evidence';
import type { Session } from '@/lib/smtp/session';
import type { Decision } from '../verdict/decide';
import type { FindingCode } from '../catalogue';
import type { Claim } from '../found';
import { meaningOf } from '../said';
import { heardSessions, hostLabels } from '../seen';

/**
 * How far the mail came. `records`: DNS answers, and names no place to deliver to. `connection`: none was made. `opening`: no
 * greeting came. `tls`: the handshake failed. `dialogue`: it broke off later. `reply`: the server said no.
 */
type FailurePoint = 'dns' | 'records' | 'connection' | 'opening' | 'tls' | 'dialogue' | 'reply';

/** The failure whose causes are looked for. */
export interface Failure {
  at: FailurePoint;
  seen: Evidence;
  founds: readonly Claim[];
  lead: Claim;
  /** The session that failed; null when none was opened. */
  session: Session | null;
  /** `mx1.example.org [192.0.2.25]`, or the domain when no session was opened. */
  host: string;
  meaning: Meaning | null;
}

/** What ends a check and says nothing of mail. */
const OURS: readonly FindingCode[] = [
  'check.unfinished',
  'check.limit-reached',
  'check.not-contacted',
  'check.not-asked-about',
  'domain.asks-for-no-check',
];

/** Null when nothing failed, or nothing is known of it. */
export function failureOf(
  { outcome, lead, stage, cases }: Decision,
  seen: Evidence,
  founds: readonly Claim[],
): Failure | null {
  if (outcome === 'accepted' || outcome === 'no-mail' || OURS.includes(lead.code)) return null;
  const failing = stage === 'dns' ? undefined : cases.find(({ decision }) => decision.outcome !== 'accepted');
  const failed = failing?.decision.lead ?? lead;
  const session = stage === 'dns' ? null : sessionOf(seen, failed);
  const meaning = session && meaningOf(session);
  const at = session === null ? pointBefore(stage, seen) : pointOf(session, meaning !== null);
  const host = session === null ? seen.target.domain : (hostLabels([session])[0] ?? session.exchange);
  return { at, seen, founds, lead: failed, session, host, meaning };
}

function sessionOf(seen: Evidence, { endOf, evidence }: Claim): Session | null {
  const n = endOf?.[0] ?? evidence.find((one) => one.at === 'session')?.n;
  return heardSessions(seen).find((session) => session.n === n) ?? null;
}

/** Where no session failed: in DNS, or on the way to all servers alike. */
function pointBefore(stage: Decision['stage'], { route }: Evidence): FailurePoint {
  if (stage !== 'dns') return 'connection';
  const isAnswered = route !== null && route.kind !== 'unresolved';
  const isLost = route?.hosts.some(({ state }) => state === 'failed') === true;
  return isAnswered && !isLost ? 'records' : 'dns';
}

function pointOf({ outcome, stage }: Session, hasReply: boolean): FailurePoint {
  if (hasReply && (outcome === 'temporary' || outcome === 'permanent')) return 'reply';
  if (stage === 'connect') return 'connection';
  if (stage === 'greeting') return 'opening';
  return stage === 'tls' || stage === 'starttls' ? 'tls' : 'dialogue';
}
