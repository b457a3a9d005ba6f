import { dnsStep, place, type Reference } from '@/lib/report/reference';
import type { TraceStep } from '@/lib/dns/trace';
import { groupBy } from '@/lib/group-by';
import { found, type Claim } from '../found';
import type { Evidence } from '@/lib/report/evidence';
import { isWrongName } from '../mx/exchanges';
import { isSettled } from '../seen';

const SHORT_TTL_SECONDS = 60;
const LONG_TTL_SECONDS = 172_800;

/** For how long others keep what the zone says, and what it does not have. */
export function* zoneTimes(seen: Evidence): Iterable<Claim> {
  if (!isSettled(seen)) return;
  yield* timeToLive(seen);
  yield* fixSeenAfter(seen);
}

function* timeToLive({ route, target, trace, startedAt }: Evidence): Iterable<Claim> {
  if (route === null || (route.kind !== 'mx' && route.kind !== 'implicit')) return;
  const [first] = route.hosts;
  const kept = [
    { name: route.alias.at(-1) ?? target.domain, type: 'MX', ttl: first?.ttl ?? null, steps: route.evidence },
    ...route.hosts.flatMap(({ exchange, addresses, evidence }) =>
      addresses.map(({ ttl, family }) => ({
        name: exchange,
        type: family === 'ipv6' ? 'AAAA' : 'A',
        ttl,
        steps: evidence,
      })),
    ),
  ];
  const told = new Set<string>();
  for (const { name, type, ttl, steps } of kept) {
    if (ttl === null || told.has(`${name} ${type}`)) continue;
    told.add(`${name} ${type}`);
    const evidence = evidenceOf(trace.steps, steps, type);
    if (ttl < SHORT_TTL_SECONDS) {
      const said = saidTtl(trace.steps, steps, type);
      yield found('zone.ttl-short', { name, type, seconds: ttl, said }, evidence);
    }
    const until = new Date(Date.parse(startedAt) + ttl * 1000).toISOString().slice(0, 16).replace('T', ' ');
    if (ttl > LONG_TTL_SECONDS) yield found('zone.ttl-long', { name, type, seconds: ttl, until }, evidence);
  }
}

/** 0 unless the TTL came with its top bit set. */
function saidTtl(steps: readonly TraceStep[], numbers: readonly number[], type: string): number {
  const records = steps.flatMap(({ n, answer }) => (numbers.includes(n) ? answer : []));
  return records.find((record) => record.type === type && record.saidTtl !== undefined)?.saidTtl ?? 0;
}

function evidenceOf(steps: readonly TraceStep[], numbers: readonly number[], type: string): Reference[] {
  const own = steps.filter(({ n, question }) => numbers.includes(n) && question.type === type);
  return own.length > 0 ? own.map(({ n }) => dnsStep(n)) : [place('route')];
}

/** A missing record that mail depends on: how long it stays missing for those who have just asked. */
function* fixSeenAfter(seen: Evidence): Iterable<Claim> {
  const { route, target, trace } = seen;
  if (route === null) return;
  const missing =
    route.kind === 'none'
      ? [{ name: target.domain, steps: route.evidence }]
      : route.hosts
          .filter(
            ({ flags, exchange, aliasChain }) =>
              flags.includes('no-address') && aliasChain.length === 0 && !isWrongName(seen, exchange),
          )
          .map((host) => ({ name: host.exchange, steps: host.evidence }));
  const told = missing.flatMap(({ name, steps }) => {
    const negative = trace.steps.find(
      ({ n, outcome }) => steps.includes(n) && (outcome === 'nodata' || outcome === 'nxdomain'),
    );
    // Nobody adds a record where a domain has to be registered first.
    if (negative !== undefined && !negative.zone.includes('.')) return [];
    const soa = negative?.authority.find(({ type }) => type === 'SOA');
    if (negative === undefined || soa === undefined) return [];
    const seconds = Math.min(soa.ttl, Number(soa.data.split(' ').at(-1)));
    return [{ name, seconds, step: dnsStep(negative.n) }];
  });
  for (const group of groupBy(told, ({ seconds }) => String(seconds))) {
    const names = group.map(({ name }) => name);
    yield found(
      'zone.fix-seen-after',
      { names, seconds: group[0].seconds },
      group.map(({ step }) => step),
    );
  }
}
