import type { Evidence } from '@/lib/report/evidence';
import type { VerdictOutcome } from '@/lib/report/finding';
import { place } from '@/lib/report/reference';
import { type Meeting, meetingOf, type SenderChoice, senderChoices } from '@/lib/route/sender';
import type { FindingCode } from '../catalogue';
import { type Claim, found } from '../found';
import { hostLabel, isSettled } from '../seen';

type Session = Evidence['sessions'][number];

/** What a verdict is made of, before it has words. */
export interface Decision {
  outcome: VerdictOutcome;
  lead: Claim;
  stage: string | null;
  /** When the outcome depends: what each sender meets. */
  cases: readonly DecidedCase[];
  /** When no mail server takes the mail: how many were tried, and how the others ended. */
  tried?: { count: number; others: readonly Claim[] };
}

/** What one kind of sender meets. */
export interface DecidedCase {
  /** A sentence about the sender. */
  when: string;
  decision: Decision;
}

/** Whether what each sender meets is known, and none of them delivers. */
export function nobodyDelivers(cases: readonly DecidedCase[]): boolean {
  const met = cases.map(({ decision: { outcome } }) => outcome);
  return met.length > 0 && !met.includes('accepted') && !met.includes('unknown');
}

/** Findings that decide a check before any session, and what they come to. */
const ROUTE_OUTCOMES: Partial<Record<FindingCode, VerdictOutcome>> = {
  'vantage.no-dns': 'unknown',
  'domain.not-found': 'permanent',
  'domain.no-mail-service': 'permanent',
  'dns.alias-loop': 'temporary',
  'mx.null': 'no-mail',
  'dns.no-answer': 'temporary',
  'dns.servers-blocked': 'temporary',
  'dns.failing': 'temporary',
  'dns.no-server-address': 'temporary',
  'dns.too-deep': 'temporary',
};

/** Findings that decide when no exchange has an address that may be contacted; the first one present counts. */
const NO_HOST_OUTCOMES: Partial<Record<FindingCode, VerdictOutcome>> = {
  'domain.asks-for-no-check': 'unknown',
  'check.not-contacted': 'unknown',
  'check.not-asked-about': 'unknown',
  'mx.address-unresolved': 'temporary',
  'mx.private-address': 'temporary',
  'mx.no-address': 'permanent',
  'mx.many-without-address': 'permanent',
  'mx.alias-loop': 'temporary',
  'mx.is-address-literal': 'permanent',
  'vantage.no-dns-tcp': 'unknown',
  'vantage.ipv6-silent': 'unknown',
  'vantage.no-ipv4': 'unknown',
  'vantage.no-ipv6': 'unknown',
};

/** What the findings and sessions allow to say, by the route that the evidence names; null while it is still open. */
export function decide(seen: Evidence, founds: readonly Claim[]): Decision | null {
  const dns = founds.find(({ code }) => code === 'vantage.dns-intercepted');
  if (dns !== undefined) return decision('unknown', dns, 'dns');
  const smtp = founds.find(({ code }) => code === 'vantage.intercepted');
  if (smtp !== undefined) return decision('unknown', smtp, 'connect');
  const byRoute = firstOf(founds, ROUTE_OUTCOMES);
  if (byRoute !== null && !hitQueryLimit(seen)) {
    // A resolver that gives records contradicts the denial: what a sender meets is then not known.
    const contradiction = founds.find(({ code, args }) => code === 'resolver.differs' && hasRecords(args));
    const isDenied = byRoute.outcome === 'permanent' && contradiction !== undefined;
    return isDenied ? decision('unknown', contradiction, 'dns') : byRoute;
  }
  const bySessions = decideBySessions(seen, founds);
  const unbelieved = founds.find(({ breaksChain }) => breaksChain);
  // A resolver that checks gives a sender no answer at all; only a refusal for good says more.
  if (unbelieved !== undefined && bySessions?.outcome !== 'permanent')
    return decision('temporary', unbelieved, 'dns');
  return (
    bySessions ?? (isSettled(seen) ? (firstOf(founds, NO_HOST_OUTCOMES) ?? unfinished(seen, founds)) : null)
  );
}

function hasRecords({ said }: Claim['args']): boolean {
  return Array.isArray(said) && said.length > 0;
}

/** With the query budget used up, silence and failures may be our own doing. */
function hitQueryLimit(seen: Evidence): boolean {
  return seen.limits.some(({ limit }) => limit === 'dns-queries');
}

function firstOf(
  founds: readonly Claim[],
  outcomes: Partial<Record<FindingCode, VerdictOutcome>>,
): Decision | null {
  for (const [code, outcome] of Object.entries(outcomes)) {
    const lead = founds.find((one) => one.code === code);
    if (lead !== undefined) return decision(outcome, lead, 'dns');
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
  return decision('unknown', limit ?? found('check.unfinished', { status }, [place('status')]), null);
}

/** What a normal sender would experience; null while that is open. */
function decideBySessions(seen: Evidence, founds: readonly Claim[]): Decision | null {
  const delivery = seen.sessions.find(isDelivery);
  if (delivery !== undefined) return bySession(delivery, founds, outcomeOf(delivery));
  let waiting: Decision | null = null;
  for (const choice of senderChoices(seen.route?.hosts ?? [], seen.sessions)) {
    const { met, hosts } = choice;
    const sessions = hosts.flatMap((host) => host.sessions);
    const accepted = sessions.find(({ outcome }) => outcome === 'accepted');
    const refused = sessions.find((session) => GIVES_BACK.includes(meetingOf(session)));
    if (met === 'both') {
      const lead = founds.find(({ code }) => DISAGREEMENTS.includes(code));
      if (lead !== undefined)
        return { outcome: 'depends', lead, stage: refused?.stage ?? null, cases: casesOf(choice, founds) };
    }
    if (accepted !== undefined) return bySession(accepted, founds, 'accepted');
    if (refused !== undefined)
      return byEhlo(refused, seen, founds) ?? bySession(refused, founds, 'permanent');
    if (met === 'open' || met === 'not-asked') return null;
    const tried = sessions.find((session) => meetingOf(session) === met);
    if (tried !== undefined && tellsMore(met, waiting)) waiting = bySession(tried, founds, outcomeOf(tried));
  }
  if (waiting === null || !isSettled(seen)) return null;
  const ours =
    waiting.stage === 'connect' ? founds.find(({ code }) => NOTHING_PROVEN.includes(code)) : undefined;
  return ours === undefined ? withOthers(seen, founds, waiting) : decision('unknown', ours, 'connect');
}

/** A sender that is not greeted goes on, so whatever else it meets decides; a reply says more than no connection. */
function tellsMore(met: Meeting, waiting: Decision | null): boolean {
  if (waiting === null) return true;
  if (met === 'not-greeted') return false;
  return waiting.outcome === 'permanent' || (met === 'deferred' && waiting.stage === 'connect');
}

/** Where EHLO and HELO are refused and a later exchange accepts, some senders go there; null elsewhere. */
function byEhlo(refused: Session, seen: Evidence, founds: readonly Claim[]): Decision | null {
  const { route } = seen;
  if (route === null || meetingOf(refused) !== 'name-refused') return null;
  const hosts = route.hosts.filter(({ preference }) => preference > refused.preference);
  const further = decideBySessions({ ...seen, route: { ...route, hosts } }, founds);
  const lead = founds.find(({ code }) => DISAGREEMENTS.includes(code));
  const first = bySession(refused, founds, 'permanent');
  if (further?.outcome !== 'accepted' || first === null || lead === undefined) return null;
  const cases = [
    { when: 'The sender takes a refused EHLO for the end, as Postfix does.', decision: first },
    { when: 'The sender goes on to the next mail server, as Exim does.', decision: further },
  ];
  return { outcome: 'depends', lead, stage: refused.stage, cases };
}

/** After these a sender goes no further, or not every one does. */
const GIVES_BACK: readonly Meeting[] = ['refused', 'name-refused'];

/** Where no server was reached: what stands for all the ways in which they were not. */
const NOTHING_PROVEN: readonly FindingCode[] = ['vantage.port-rejected', 'vantage.nothing-reachable'];

/** The other ways in which the addresses failed, where there are several. */
function withOthers(seen: Evidence, founds: readonly Claim[], waiting: Decision): Decision {
  const tried = senderChoices(seen.route?.hosts ?? [], seen.sessions).flatMap(({ hosts }) =>
    hosts.flatMap(({ sessions }) => sessions.filter((one) => meetingOf(one) !== 'unusable')),
  );
  const leads = tried.flatMap(({ n }) => founds.find(({ endOf }) => endOf?.includes(n)) ?? []);
  const others = [...new Set(leads)].filter((lead) => lead !== waiting.lead);
  return others.length === 0 ? waiting : { ...waiting, tried: { count: tried.length, others } };
}

/** What a sender meets at each address among which it chooses by chance. */
function casesOf({ hosts }: SenderChoice, founds: readonly Claim[]): DecidedCase[] {
  return hosts.flatMap(({ sessions }) =>
    sessions.flatMap((session) => {
      const met = bySession(session, founds, outcomeOf(session));
      return met === null ? [] : [{ when: `The sender talks to ${hostLabel(session)}.`, decision: met }];
    }),
  );
}

/** Addresses of one preference that accept and refuse. */
const DISAGREEMENTS: readonly FindingCode[] = ['hosts.disagree', 'hosts.disagree-about-us'];

/** The one session in which the message was sent, or refused for good: no other would be tried. */
function isDelivery({ stage, outcome }: Session): boolean {
  return outcome !== null && (stage === 'message' || (stage === 'data' && outcome === 'permanent'));
}

function outcomeOf({ outcome }: Session): VerdictOutcome {
  return outcome === 'accepted' || outcome === 'permanent' ? outcome : 'temporary';
}

/** Findings about a session after which nobody knows whether mail would be taken. */
const OPEN_LEADS: readonly FindingCode[] = [
  'vantage.no-ipv4',
  'vantage.no-ipv6',
  'smtp.contradicts-itself',
  'smtp.too-much',
];

function bySession(session: Session, founds: readonly Claim[], outcome: VerdictOutcome): Decision | null {
  const lead = founds.find(({ endOf }) => endOf?.includes(session.n));
  if (lead === undefined) return null;
  return decision(OPEN_LEADS.includes(lead.code) ? 'unknown' : outcome, lead, session.stage);
}

function decision(outcome: VerdictOutcome, lead: Claim, stage: string | null): Decision {
  return { outcome, lead, stage, cases: [] };
}
