import type { DaneHost, PoliciesView } from '@/lib/policy/view';
import type { Evidence } from '@/lib/report/evidence';
import { heardSessions } from './seen';

/** Kinds of senders, by what they go by: each does something else with the same domain. */
export type SenderKind = 'opportunistic' | 'mta-sts' | 'dane' | 'both';

/** What one kind of sender does with mail for the domain, as far as policies decide it. */
export interface SenderConduct {
  kind: SenderKind;
  /** `part`: it passes over some exchanges, and has others. `keeps`: it has none, and tries later. */
  does: 'delivers' | 'delivers-proven' | 'part' | 'keeps';
  /** What it goes by. */
  because: 'no-policy' | 'mta-sts' | 'mta-sts-testing' | 'dane';
  /** Exchanges that it does not deliver to. */
  barred: readonly string[];
}

/** What each kind of sender does; nothing where no session has shown what there is to be compared. */
export function senderConduct(evidence: Evidence): SenderConduct[] {
  const { policies, route } = evidence;
  if (policies === null) return [];
  const seen = heardSessions(evidence);
  if (seen.every(({ tls }) => tls === null)) return [];
  const exchanges = [...new Set(route?.hosts.map(({ exchange }) => exchange) ?? [])];
  const bySts = stsBarred(policies, seen);
  const byDane = policies.dane.hosts.filter(isBarred).map(({ exchange }) => exchange);
  const isDane = policies.dane.state !== 'none' && policies.dane.state !== 'ignored';
  const { state } = policies.mtaSts;
  const sts = state === 'enforce' ? 'mta-sts' : state === 'testing' ? 'mta-sts-testing' : 'no-policy';
  const conduct = (
    kind: SenderKind,
    because: SenderConduct['because'],
    barred: readonly string[],
  ): SenderConduct => {
    const isAll = exchanges.length > 0 && exchanges.every((exchange) => barred.includes(exchange));
    const isProven = because === 'mta-sts' || because === 'dane';
    const does = isAll ? 'keeps' : barred.length > 0 ? 'part' : isProven ? 'delivers-proven' : 'delivers';
    return { kind, does, because, barred };
  };
  return [
    conduct('opportunistic', 'no-policy', []),
    conduct('mta-sts', sts, bySts),
    conduct('dane', isDane ? 'dane' : 'no-policy', byDane),
    // RFC 8461 §2: MTA-STS does not override a failure of DANE.
    conduct('both', isDane ? 'dane' : sts, [...new Set([...byDane, ...bySts])]),
  ];
}

/** RFC 7672 §2.2: with records that count and do not fit, or no answer about them, there is no delivery. */
function isBarred({ state }: DaneHost): boolean {
  return state === 'mismatch' || state === 'error';
}

/** RFC 8461 §5: under an enforced policy neither exchanges that it does not name, nor those without a valid certificate. */
function stsBarred(
  { mtaSts }: PoliciesView,
  seen: readonly { exchange: string; tls: Evidence['sessions'][number]['tls'] }[],
): string[] {
  if (mtaSts.state !== 'enforce') return [];
  const untrusted = seen
    .filter(({ exchange, tls }) => {
      const own = seen.filter((one) => one.exchange === exchange);
      return tls !== null && own.every((one) => one.tls?.state !== 'trusted');
    })
    .map(({ exchange }) => exchange);
  return [...new Set([...mtaSts.uncovered, ...untrusted])];
}
