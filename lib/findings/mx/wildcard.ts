import type { Evidence } from '@/lib/report/evidence';
import { dnsStep } from '@/lib/report/reference';
import { found, type Claim } from '../found';
import { dataOf, probeBelow } from '../probe';
import { isSettled } from '../seen';

/** MX records at a name of the zone that nobody has made. */
export function* wildcardExchanges(seen: Evidence): Iterable<Claim> {
  const { zone } = seen;
  if (!isSettled(seen) || zone === null || !zone.name.includes('.')) return;
  const probe = probeBelow(seen, zone.name, 'MX');
  const exchanges = probe === undefined ? [] : dataOf(probe, ['MX']);
  if (probe !== undefined && exchanges.length > 0)
    yield found('mx.wildcard', { zone: zone.name, exchanges }, [dnsStep(probe.n)]);
}
