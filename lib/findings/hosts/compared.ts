import { isIpv6 } from '@/lib/ip-family';
import { sessionLine } from '@/lib/report/reference';
import { productOf } from '@/lib/smtp/product';
import type { Session } from '@/lib/smtp/session';
import { found, type Claim } from '../found';
import { meaningOf } from '../said';
import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';
import {
  type ClosedSession,
  evidenceOf,
  heardSessions,
  hostLabels,
  isSettled,
  recipientOf,
  routeSessions,
  wasAskedAsMuch,
} from '../seen';
import { isOurMissingFamily } from '../vantage/missing-family';

/** What only the comparison of several addresses shows. */
export function* comparedHosts(seen: Evidence): Iterable<Claim> {
  if (!isSettled(seen)) return;
  yield* disagreement(seen);
  yield* backupAcceptsAny(seen);
  const heard = heardSessions(seen).filter((session) => !isOurMissingFamily(seen, session));
  for (const sessions of groupBy(heard, ({ exchange }) => exchange)) {
    yield* ipv6Worse(sessions);
    yield* otherProduct(sessions);
  }
}

/** One address accepts what another one refuses for good. */
function* disagreement(seen: Evidence): Iterable<Claim> {
  const sessions = routeSessions(seen);
  const accepting = sessions.filter(({ outcome }) => outcome === 'accepted');
  const refusing = sessions.filter(
    ({ outcome, stage }) =>
      outcome === 'permanent' && accepting.some((other) => wasAskedAsMuch(other, stage)),
  );
  if (accepting.length === 0 || refusing.length === 0) return;
  const isAfter = (one: Session, others: readonly Session[]) =>
    others.every(({ preference }) => preference < one.preference);
  const isBackup = accepting.every((one) => isAfter(one, refusing));
  if (isBackup && refusing.every(isUnknownMailbox)) return; // told of the backup
  const first = isBackup
    ? 'refusing'
    : refusing.every((one) => isAfter(one, accepting))
      ? 'accepting'
      : 'none';
  const evidence = [...accepting, ...refusing].map(({ n }) => sessionLine(n));
  const args = {
    accepting: hostLabels(accepting),
    refusing: hostLabels(refusing),
    first,
    at: opening(refusing),
  };
  const isAboutUs = refusing.every((session) => meaningOf(session)?.side === 'sender');
  yield found(isAboutUs ? 'hosts.disagree-about-us' : 'hosts.disagree', args, evidence);
}

/** Where all of them refused before any mail was named; empty when that came later, or they differ. */
function opening(refusing: readonly Session[]): 'greeting' | 'ehlo' | '' {
  if (refusing.every(({ stage }) => stage === 'greeting')) return 'greeting';
  return refusing.every(({ stage }) => stage === 'ehlo') ? 'ehlo' : '';
}

/** A lesser exchange takes recipients that a preferred one does not know: the one that was asked for, or any. */
function* backupAcceptsAny(seen: Evidence): Iterable<Claim> {
  const knowing = seen.sessions.filter(refusesUnknown);
  const accepting = seen.sessions.filter(
    (session) =>
      knowing.some(({ preference }) => preference < session.preference) &&
      (randomOutcome(session) === 'accepted' || acceptsUnknown(session, knowing)),
  );
  if (accepting.length === 0) return;
  const primary = knowing.filter(({ preference }) => accepting.some((one) => preference < one.preference));
  const recipient =
    accepting.flatMap(({ controls }) => controls).find(({ control }) => control === 'random')?.recipient ??
    recipientOf(seen);
  const args = { backup: hostLabels(accepting), primary: hostLabels(primary), recipient };
  yield found('hosts.backup-accepts-any', args, evidenceOf([...accepting, ...primary]));
}

function randomOutcome({ controls }: Session): string | undefined {
  return controls.find(({ control }) => control === 'random')?.outcome;
}

/** Whether it told an unknown recipient from a known one. */
function refusesUnknown(session: Session): boolean {
  return randomOutcome(session) === 'permanent' || isUnknownMailbox(session);
}

function acceptsUnknown(session: Session, knowing: readonly Session[]): boolean {
  return session.outcome === 'accepted' && session.stage !== 'ehlo' && knowing.some(isUnknownMailbox);
}

function isUnknownMailbox(session: Session): boolean {
  const { outcome, stage } = session;
  if (outcome !== 'permanent' || (stage !== 'rcpt' && stage !== 'data' && stage !== 'message')) return false;
  return meaningOf(session)?.category === 'mailbox-unknown';
}

/** No connection was made. */
function isUnconnected({ stage, outcome }: Session): boolean {
  return stage === 'connect' && outcome !== 'accepted';
}

/** Milliseconds by which the greeting over IPv6 may be later: below that it is the way, not a fault. */
const SLOWER_MS = 1_000;

/** The same exchange does worse over IPv6, which senders try first where they have it (RFC 6724 §10.3). */
function* ipv6Worse(sessions: readonly ClosedSession[]): Iterable<Claim> {
  const over4 = sessions.filter(({ address, outcome }) => !isIpv6(address) && outcome === 'accepted');
  const over6 = sessions.filter(({ address }) => isIpv6(address));
  const [first] = over6;
  if (first === undefined || over4.length === 0) return;
  const { exchange } = first;
  const args = { exchange, ipv6: addressesOf(over6), ipv4: addressesOf(over4) };
  const evidence = evidenceOf([...over6, ...over4]);
  if (over6.some(isPutOff)) return;
  if (over6.every(isUnconnected)) return; // told of the connections
  if (over6.every(({ outcome }) => outcome !== 'accepted')) {
    yield found(
      'hosts.ipv6-fails',
      { ...args, replied: over6.some(({ reply }) => reply !== null) },
      evidence,
    );
    return;
  }
  const ms6 = greetedAfter(over6);
  const ms4 = greetedAfter(over4);
  if (ms6 !== null && ms4 !== null && ms6 - ms4 >= SLOWER_MS)
    yield found('hosts.ipv6-slower', { ...args, ms6, ms4 }, evidence);
}

/** Asked to come back later, which the next session may be over either. */
function isPutOff(session: ClosedSession): boolean {
  const category = session.outcome === 'temporary' ? meaningOf(session)?.category : undefined;
  return category !== undefined && ['greylisted', 'busy', 'rate-limited'].includes(category);
}

/** Milliseconds until the fastest greeting; null when there was none. */
function greetedAfter(sessions: readonly ClosedSession[]): number | null {
  const times = sessions.flatMap(({ timings: { connectMs, greetingMs } }) =>
    connectMs === null || greetingMs === null ? [] : [Math.round(connectMs + greetingMs)],
  );
  return times.length === 0 ? null : Math.min(...times);
}

/** Addresses of one name should lead to one kind of server; another one may not be theirs. */
function* otherProduct(sessions: readonly ClosedSession[]): Iterable<Claim> {
  const known = sessions.flatMap((session) => {
    const product = productOf(session);
    return product === null ? [] : [{ product, session }];
  });
  const products = groupBy(known, ({ product }) => product);
  const [first] = known;
  if (first === undefined || products.length < 2) return;
  const answers = products.map(
    (group) => `${group[0].product} at ${addressesOf(group.map(({ session }) => session)).join(', ')}`,
  );
  yield found(
    'hosts.other-product',
    { exchange: first.session.exchange, answers },
    evidenceOf(known.map(({ session }) => session)),
  );
}

function addressesOf(sessions: readonly Session[]): string[] {
  return [...new Set(sessions.map(({ address }) => address))];
}
