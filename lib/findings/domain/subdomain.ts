import { dnsStep } from '@/lib/report/reference';
import type { TraceStep } from '@/lib/dns/trace';
import { found, type Claim } from '../found';
import type { Evidence } from '@/lib/report/evidence';
import { dnameAbove } from './route';
import { above, dataOf, isAnswered, probeBelow } from '../probe';
import { isSettled } from '../seen';

/** Where a subdomain stands, what its wildcard and the names above it have, and what of that counts. */
export function* subdomain(seen: Evidence): Iterable<Claim> {
  const { zone, target, trace, route } = seen;
  if (!isSettled(seen) || zone === null || !zone.name.includes('.')) return;
  const { domain } = target;
  const ownZone = zone.name === domain;
  const told = trace.steps.find(({ answer, authority }) =>
    [...answer, ...authority].some(({ type, name }) => type === 'SOA' && name === zone.name),
  );
  const isThere = route?.domainExists !== false && dnameAbove(seen) === undefined;
  if (told !== undefined && isThere && (!ownZone || domain.split('.').length > 2))
    yield found('domain.own-zone', { domain, zone: zone.name, ownZone }, [dnsStep(told.n)]);
  yield* byWildcard(seen);
  if (isThere) yield* namesAbove(seen, ownZone);
}

/** A domain that nobody has made. */
function* byWildcard(seen: Evidence): Iterable<Claim> {
  const { trace, route, target } = seen;
  const { domain } = target;
  const type = route?.kind === 'implicit' ? 'A' : 'MX';
  const own = trace.steps.find((step) => isAnswered(step, type) && step.question.name === domain);
  const [below, beside] = [probeBelow(seen, domain, type), probeBelow(seen, above(domain), type)];
  if (own === undefined || below === undefined || beside === undefined) return;
  const records = wayOf(own);
  // Below a name that exists, wildcards from above end: RFC 4592 §2.2.1.
  if (records.length > 0 && [below, beside].every((probe) => wayOf(probe).join() === records.join()))
    yield found(
      'domain.by-wildcard',
      { domain, records },
      [own, below, beside].map(({ n }) => dnsStep(n)),
    );
}

/** MX records of the names above: they are not used, unless the domain is an alias for that name, be it for some senders. */
function* namesAbove({ trace, target: { domain }, route }: Evidence, ownZone: boolean): Iterable<Claim> {
  if (route === null) return;
  const aliases = new Set(trace.steps.flatMap((step) => targetsOf(step, domain)));
  const own = route.hosts.map(({ preference, exchange }) => `${preference} ${exchange}`);
  for (let parent = above(domain); parent.includes('.'); parent = above(parent)) {
    if (aliases.has(parent)) continue;
    const step = trace.steps.find((one) => isMxOf(one, parent) && one.authoritative);
    const exchanges = step === undefined ? [] : dataOf(step, ['MX']);
    if (step === undefined || exchanges.length === 0) continue;
    if (route.kind === 'mx' && exchanges.every((one) => own.includes(one))) continue;
    yield found(
      'domain.parent-not-used',
      { domain, parent, exchanges, ownZone, hasMx: route.kind === 'mx' },
      [dnsStep(step.n)],
    );
  }
}

function isMxOf({ question }: TraceStep, name: string): boolean {
  return question.name === name && question.type === 'MX';
}

/** What the domain is an alias for, by an authoritative answer. */
function targetsOf({ authoritative, answer }: TraceStep, domain: string): string[] {
  if (!authoritative) return [];
  return answer.flatMap(({ type, name, data }) => (type === 'CNAME' && name === domain ? [data] : []));
}

/** Aliases, exchanges and addresses, in one order. */
function wayOf(step: TraceStep): string[] {
  return dataOf(step, ['CNAME', 'MX', 'A']).sort();
}
