import { isLeftUnasked } from '@/lib/policy/fetched';
import type { PoliciesView } from '@/lib/policy/view';
import type { Evidence } from '@/lib/report/evidence';
import { isTheirSilence } from './policy-evidence';
import { heardSessions } from './seen';
import { unmetSessions } from './unmet-sessions';

/**
 * Kinds of senders, by what they go by: each does something else with the same domain. `dane-any-mx` goes by TLSA records
 * behind MX records that are not signed as well, which RFC 7672 §2.2.1 leaves to the sender.
 */
export type SenderKind = 'opportunistic' | 'mta-sts' | 'dane' | 'dane-any-mx' | 'both';

/** What one kind of sender does with mail for the domain, as far as policies decide it. */
export interface SenderConduct {
  kind: SenderKind;
  /** `part`: it passes over some exchanges, and has others. `keeps`: it has none, and tries later. */
  does: 'delivers' | 'delivers-proven' | 'delivers-by-records' | 'part' | 'keeps';
  /** What it goes by. */
  because: 'no-policy' | 'mta-sts' | 'mta-sts-testing' | 'dane';
  /** Exchanges that it does not deliver to. */
  barred: readonly string[];
}

/** What each kind of sender does, as far as it is known; nothing where no session has shown what there is to be compared. */
export function senderConduct(evidence: Evidence): SenderConduct[] {
  const { policies } = evidence;
  if (policies === null) return [];
  if (heardSessions(evidence).every(({ tls }) => tls === null)) return [];
  const bySts = stsBarred(evidence);
  const byDane = daneBarred(policies);
  const { state } = policies.mtaSts;
  const sts = state === 'enforce' ? 'mta-sts' : state === 'testing' ? 'mta-sts-testing' : 'no-policy';
  const conduct = (
    kind: SenderKind,
    because: SenderConduct['because'],
    barred: readonly string[],
  ): SenderConduct => {
    const bars = hasOtherExchange(evidence, barred) ? 'part' : 'keeps';
    const does = barred.length > 0 ? bars : delivers(because, policies);
    return { kind, does, because, barred };
  };
  const { hosts, isMxSecure } = policies.dane;
  const hasDane = hosts.some(({ state: dane }) => dane !== 'none' && dane !== 'ignored');
  // Behind MX records that are not signed Microsoft 365 does not ask for TLSA.
  const isDaneOfAll = hasDane && isMxSecure !== false;
  const kindOfDane = hasDane && !isDaneOfAll ? 'dane-any-mx' : 'dane';
  const isStsKnown = isStsAsked(evidence, policies);
  const isDaneKnown = hosts.every(({ state: dane }) => dane !== 'unknown');
  return [
    conduct('opportunistic', 'no-policy', []),
    ...(isStsKnown ? [conduct('mta-sts', sts, bySts)] : []),
    ...(isDaneKnown ? [conduct(kindOfDane, hasDane ? 'dane' : 'no-policy', byDane)] : []),
    ...(isStsKnown && isDaneKnown
      ? [
          isDaneOfAll
            ? // RFC 8461 §2: MTA-STS does not override a failure of DANE.
              conduct('both', 'dane', [...new Set([...byDane, ...bySts])])
            : conduct('both', sts, bySts),
        ]
      : []),
  ];
}

/** Whether the policy of MTA-STS was asked for as far as was needed. */
function isStsAsked(
  evidence: Evidence,
  { mtaSts: { state, reason, evidence: steps } }: PoliciesView,
): boolean {
  return state !== 'error' || (!isLeftUnasked(reason) && isTheirSilence(evidence, 'mtaSts', steps));
}

/** With DANE each exchange by its own records, of which some demand TLS alone and some a certificate; RFC 7672 §2.2. */
function delivers(because: SenderConduct['because'], { dane }: PoliciesView): SenderConduct['does'] {
  if (because === 'mta-sts') return 'delivers-proven';
  if (because !== 'dane') return 'delivers';
  const isProven = dane.hosts.every(({ state }) => state === 'ok' || state === 'partly');
  return isProven ? 'delivers-proven' : 'delivers-by-records';
}

/** RFC 7672 §2.2: with records that do not fit what is shown at any address, or no answer about them, there is no delivery. */
export function daneBarred({ dane }: PoliciesView): string[] {
  return dane.hosts
    .filter(({ state }) => state === 'mismatch' || state === 'error')
    .map(({ exchange }) => exchange);
}

/** RFC 8461 §5: under an enforced policy neither exchanges that it does not name, nor those without a valid certificate at any address. */
export function stsBarred(evidence: Evidence): string[] {
  const sts = evidence.policies?.mtaSts;
  if (sts?.state !== 'enforce') return [];
  const trusted = heardSessions(evidence).filter(({ tls }) => tls?.state === 'trusted');
  const untrusted = unmetSessions(evidence, sts.uncovered)
    .map(({ exchange }) => exchange)
    .filter((exchange) => !trusted.some((one) => one.exchange === exchange));
  return [...new Set([...sts.uncovered, ...untrusted])];
}

/** Whether there is an exchange beside those that are barred, be it one beyond the number that is looked at. */
export function hasOtherExchange({ route, limits }: Evidence, barred: readonly string[]): boolean {
  const isCut = limits.some(({ limit }) => limit === 'exchanges');
  return isCut || (route?.hosts.some(({ exchange }) => !barred.includes(exchange)) ?? false);
}
