import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('zone-times');
const origin = 'zone-times.test';

export default scenario({
  name: 'zone-times',
  about: 'Times in the zone that make trouble later',
  target: `user@${origin}`,
  zones: [
    zone(
      at,
      origin,
      '@ 200000 SOA ns1 hostmaster 1 172800 172800 86400 172800',
      '@ 30 MX 10 mx1',
      `mx1 604800 A ${at(101)}`,
    ),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('zone.expires-soon', { zone: origin, seconds: 86_400 }),
    finding('zone.retry-over-refresh', { retrySeconds: 172_800, refreshSeconds: 172_800 }),
    finding('zone.refresh-long', { zone: origin, seconds: 172_800 }),
    finding('zone.negative-ttl-long', { seconds: 172_800 }),
    finding('zone.ttl-short', { name: origin, type: 'MX', seconds: 30 }),
    finding('zone.ttl-long', { name: `mx1.${origin}`, type: 'A', seconds: 604_800 }),
  ],
  mustNot: ['zone.fix-seen-after', 'zone.serials-differ'],
});
