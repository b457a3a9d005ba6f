import { publishes } from '../publishes';
import { finding } from '../scenario';

const origin = 'soa-senseless.test';

export default publishes('soa-senseless', {
  about: 'A zone whose SOA record has times that nobody can have meant',
  records: ['@ 3600 SOA ns1 hostmaster 1 5 1 2147483647 0'],
  quiet: true,
  must: [
    finding('zone.refresh-short', { zone: origin, seconds: 5 }),
    finding('zone.retry-short', { zone: origin, seconds: 1 }),
    finding('zone.expires-late', { zone: origin, seconds: 2_147_483_647 }),
    finding('zone.negative-ttl-short', {
      zone: origin,
      seconds: 0,
      soa: `ns1.${origin} hostmaster.${origin} 1 5 1 2147483647 0`,
    }),
  ],
  mustNot: ['zone.expires-soon', 'zone.retry-over-refresh', 'zone.refresh-long', 'zone.contact-unusable'],
});
