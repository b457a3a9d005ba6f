import type { TraceStep } from '@/lib/dns/trace';
import type { DnssecView } from '@/lib/dnssec/evidence';
import type { Evidence } from '@/lib/report/evidence';
import { dnsStep, place, type Reference, sessionLine } from '@/lib/report/reference';
import type { Route } from '@/lib/route/route';
import type { Reply, Session } from '@/lib/smtp/session';

/**
 * Steps with servers of zones that somebody runs for mail. Roots, registries and the reverse tree are nobody's business
 * here: one lost packet there concerns no mail domain. Nor are servers of our own names, what a
 * domain publishes of its wishes, and whom we chose not to ask.
 */
export function zoneSteps(seen: Evidence): TraceStep[] {
  return seen.trace.steps.filter(
    (step) =>
      /.\../.test(step.zone) &&
      !step.zone.endsWith('.arpa') &&
      (step.for === 'mail' || step.for === 'compare') &&
      step.choice === undefined,
  );
}

/** What proves a route, or that there is none. */
export function routeEvidence({ evidence }: Pick<Route, 'evidence'>): Reference[] {
  return evidence.length > 0 ? evidence.map(dnsStep) : [place('route')];
}

/** Steps as evidence. */
export function stepEvidence(steps: readonly TraceStep[]): Reference[] {
  return steps.map(({ n }) => dnsStep(n));
}

/** The steps that led to the route, or to none. */
export function routeSteps({ route, trace }: Evidence): TraceStep[] {
  const wanted = new Set(route?.evidence);
  return trace.steps.filter(({ n }) => wanted.has(n));
}

/** What signatures prove; null while that was not looked at, and where no trust anchor was given. */
export function validation({ dnssec }: Evidence): DnssecView | null {
  return dnssec?.answers.some(({ reason }) => reason === 'no-trust-anchor') === true ? null : dnssec;
}

/** A session that has ended. */
export type ClosedSession = Session & {
  outcome: NonNullable<Session['outcome']>;
  stage: NonNullable<Session['stage']>;
};

/** Sessions that ended alike; there is at least one. */
export type SessionGroup = [ClosedSession, ...ClosedSession[]];

/** True when no more evidence will come. */
export function isSettled(seen: Evidence): boolean {
  return seen.status !== 'running' && seen.status !== 'queued';
}

/** Ended sessions that touched the network: neither skipped, nor stopped, nor forbidden by the guard. */
export function heardSessions(seen: Evidence): ClosedSession[] {
  return seen.sessions.filter(
    (session): session is ClosedSession =>
      session.outcome !== null &&
      session.stage !== null &&
      !['skipped', 'stopped', 'blocked'].includes(session.outcome),
  );
}

/** The sessions with addresses that the route leads to; others were opened for the answers of other name servers. */
export function routeSessions({ route, sessions }: Evidence): Session[] {
  const hosts = route?.hosts ?? [];
  return sessions.filter(({ address, exchange }) =>
    hosts.some((host) => host.exchange === exchange || host.addresses.some((one) => one.address === address)),
  );
}

export function recipientOf(seen: Evidence): string {
  return seen.target.mailbox ?? `postmaster@${seen.target.domain}`;
}

/** The name whose MX records count: the domain, or the target of its aliases. */
export function mxOwner({ route, target }: Evidence): string {
  return route?.alias.at(-1) ?? target.domain;
}

/** `mx1.example.org [192.0.2.25]`; the bracketed address alone for a literal. */
export function hostLabel({ exchange, address }: { exchange: string; address: string }): string {
  return exchange.startsWith('[') ? exchange : `${exchange} [${address}]`;
}

export function hostLabels(sessions: readonly { exchange: string; address: string }[]): string[] {
  return [...new Set(sessions.map(hostLabel))];
}

/** The whole reply on one line, as a person quotes it: an enhanced code that further lines repeat is said once. */
export function replyText({ code, enhanced, lines }: Reply): string {
  const [first = '', ...others] = lines;
  const repeated = enhanced !== null && first.startsWith(`${enhanced} `) ? `${enhanced} ` : null;
  const said = others.map((line) =>
    repeated !== null && line.startsWith(repeated) ? line.slice(repeated.length).trimStart() : line,
  );
  return [code, first, ...said].join(' ').trim();
}

/** The lines that prove how sessions ended: the deciding line where there is one, else the session. */
export function evidenceOf(sessions: readonly Session[]): Reference[] {
  return sessions.map((session) => {
    const line =
      session.stages.findLast(({ outcome }) => outcome !== 'ok')?.line ?? session.stages.at(-1)?.line;
    return lineEvidence(session, line);
  });
}

/** A line of a session as evidence; the session as a whole when there is no such line. */
export function lineEvidence({ n }: Session, line: number | null | undefined): Reference {
  return sessionLine(n, line ?? null);
}

/** Did some other session than these come to the end it was made for? */
export function acceptedElsewhere(seen: Evidence, sessions: readonly Session[]): boolean {
  const stage = sessions[0]?.stage ?? null;
  return seen.sessions.some(
    (session) =>
      session.outcome === 'accepted' && !sessions.includes(session) && wasAskedAsMuch(session, stage),
  );
}

/** The message goes to one address only; what it comes to there contradicts nobody who saw just the envelope. */
export function wasAskedAsMuch(accepting: Session, refusedAt: Session['stage']): boolean {
  return accepting.stage === 'message' || (refusedAt !== 'data' && refusedAt !== 'message');
}
