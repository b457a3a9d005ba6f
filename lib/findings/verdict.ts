import { place } from '@/lib/report/reference';
import type { FindingCode } from './catalogue';
import type { Verdict } from '@/lib/report/finding';
import { describe, entryOf, found, type Claim } from './found';
import type { Evidence } from '@/lib/report/evidence';
import { meetingOf, senderChoices } from '@/lib/route/sender';
import { isSettled } from './seen';

type Session = Evidence['sessions'][number];

/** What a verdict is made of, before it has words. */
interface Decision {
  outcome: Verdict['outcome'];
  lead: Claim;
  stage: string | null;
}

/** Findings that decide a check before any session, and what they come to. */
const ROUTE_OUTCOMES: Partial<Record<FindingCode, Verdict['outcome']>> = {
  'vantage.no-dns': 'unknown',
  'domain.not-found': 'permanent',
  'domain.no-mail-service': 'permanent',
  'dns.alias-loop': 'permanent',
  'mx.null': 'no-mail',
  'dns.no-answer': 'temporary',
  'dns.failing': 'temporary',
  'dns.no-server-address': 'temporary',
  'dns.too-deep': 'temporary',
};

/** Findings that decide when no exchange has an address that may be contacted; the first one present counts. */
const NO_HOST_OUTCOMES: Partial<Record<FindingCode, Verdict['outcome']>> = {
  'mx.address-unresolved': 'temporary',
  'mx.private-address': 'unknown',
  'mx.no-address': 'permanent',
  'mx.alias-loop': 'permanent',
  'mx.is-address-literal': 'permanent',
  'vantage.no-dns-tcp': 'unknown',
  'vantage.ipv6-silent': 'unknown',
};

/** The verdict that the findings and sessions allow; null while it is still open. */
export function verdictOf(seen: Evidence, founds: readonly Claim[]): Verdict | null {
  const decided = decide(seen, founds);
  if (decided === null) return null;
  const { outcome, lead, stage } = decided;
  const entry = entryOf(lead.code);
  const { side, permanence, title, why } = describe(lead);
  return {
    outcome,
    side,
    session: lead.evidence.find((one) => one.at === 'session')?.n ?? null,
    layer: entry.layer,
    stage,
    depth: depthReached(seen),
    permanence,
    headline: entry.headline?.(lead.args) ?? title,
    plain: entry.plain?.(lead.args) ?? why,
    evidence: lead.evidence,
  };
}

function decide(seen: Evidence, founds: readonly Claim[]): Decision | null {
  const intercepted = founds.find(({ code }) => code === 'vantage.intercepted');
  if (intercepted !== undefined) return { outcome: 'unknown', lead: intercepted, stage: 'connect' };
  const byRoute = firstOf(founds, ROUTE_OUTCOMES);
  if (byRoute !== null && !hitQueryLimit(seen)) return byRoute;
  const bySessions = decideBySessions(seen, founds);
  const unbelieved = founds.find(({ breaksChain }) => breaksChain);
  // A resolver that checks gives a sender no answer at all; only a refusal for good says more.
  if (unbelieved !== undefined && bySessions?.outcome !== 'permanent')
    return { outcome: 'temporary', lead: unbelieved, stage: 'dns' };
  return (
    bySessions ?? (isSettled(seen) ? (firstOf(founds, NO_HOST_OUTCOMES) ?? unfinished(seen, founds)) : null)
  );
}

/** With the query budget used up, silence and failures may be our own doing. */
function hitQueryLimit(seen: Evidence): boolean {
  return seen.limits.some(({ limit }) => limit === 'dns-queries');
}

function firstOf(
  founds: readonly Claim[],
  outcomes: Partial<Record<FindingCode, Verdict['outcome']>>,
): Decision | null {
  for (const [code, outcome] of Object.entries(outcomes)) {
    const lead = founds.find((one) => one.code === code);
    if (lead !== undefined) return { outcome, lead, stage: 'dns' };
  }
  return null;
}

/** Limits after which nothing more is found out. */
const ENDING_LIMITS = ['dns-queries', 'sessions', 'deadline'];

function unfinished(seen: Evidence, founds: readonly Claim[]): Decision {
  const limit = founds.find(
    ({ code, args }) => code === 'check.limit-reached' && ENDING_LIMITS.includes(String(args['limit'])),
  );
  const status = seen.status === 'done' ? 'ended' : seen.status;
  return {
    outcome: 'unknown',
    lead: limit ?? found('check.unfinished', { status }, [place('status')]),
    stage: null,
  };
}

/** What a normal sender would experience; null while that is open. */
function decideBySessions(seen: Evidence, founds: readonly Claim[]): Decision | null {
  const delivery = seen.sessions.find(isDelivery);
  if (delivery !== undefined) return bySession(delivery, founds, outcomeOf(delivery));
  let waiting: Decision | null = null;
  for (const { met, hosts } of senderChoices(seen.route?.hosts ?? [], seen.sessions)) {
    const sessions = hosts.flatMap((host) => host.sessions);
    const accepted = sessions.find(({ outcome }) => outcome === 'accepted');
    const refused = sessions.find(({ outcome }) => outcome === 'permanent');
    if (met === 'both') {
      const lead = founds.find(({ code }) => DISAGREEMENTS.includes(code));
      if (lead !== undefined) return { outcome: 'unknown', lead, stage: refused?.stage ?? null };
    }
    if (accepted !== undefined) return bySession(accepted, founds, 'accepted');
    if (refused !== undefined) return bySession(refused, founds, 'permanent');
    if (met === 'open') return null;
    const tried = sessions.find((session) => meetingOf(session) === met);
    if (tried !== undefined && (waiting === null || (met === 'deferred' && waiting.stage === 'connect')))
      waiting = bySession(tried, founds, 'temporary');
  }
  if (waiting === null || !isSettled(seen)) return null;
  const nothing = founds.find(({ code }) => code === 'vantage.nothing-reachable');
  return nothing === undefined ? waiting : { outcome: 'unknown', lead: nothing, stage: 'connect' };
}

/** Addresses of one preference that accept and refuse. */
const DISAGREEMENTS: readonly FindingCode[] = ['hosts.disagree', 'hosts.disagree-about-us'];

/** The one session in which the message was sent, or refused for good: no other would be tried. */
function isDelivery({ stage, outcome }: Session): boolean {
  return outcome !== null && (stage === 'message' || (stage === 'data' && outcome === 'permanent'));
}

function outcomeOf({ outcome }: Session): Verdict['outcome'] {
  return outcome === 'accepted' || outcome === 'permanent' ? outcome : 'temporary';
}

/** Findings about a session after which nobody knows whether mail would be taken. */
const OPEN_LEADS: readonly FindingCode[] = ['vantage.no-ipv6', 'smtp.contradicts-itself'];

function bySession(session: Session, founds: readonly Claim[], outcome: Verdict['outcome']): Decision | null {
  const lead = founds.find(({ endOf }) => endOf?.includes(session.n));
  if (lead === undefined) return null;
  return {
    outcome: OPEN_LEADS.includes(lead.code) ? 'unknown' : outcome,
    lead,
    stage: session.stage,
  };
}

function depthReached({ sessions }: Evidence): Verdict['depth'] {
  const passed = new Set(
    sessions.flatMap(({ stages }) =>
      stages.filter(({ outcome }) => outcome === 'ok').map(({ stage }) => stage),
    ),
  );
  if (passed.has('message')) return 'message';
  if (passed.has('rcpt') || passed.has('mail')) return 'envelope';
  if (passed.has('greeting')) return 'greeting';
  return passed.has('connect') ? 'connect' : 'dns';
}
