import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('exchange-zone-broken');
const origin = 'exchange-zone-broken.test';
const elsewhere = 'exchange-zone-broken.example';

export default scenario({
  name: 'exchange-zone-broken',
  about: 'The domain is in order; the zone of its exchange has an old delegation and a dead server',
  target: `user@${origin}`,
  zones: [
    zone(at, origin, `@ MX 10 mx1.${elsewhere}.`),
    {
      ...zone((host) => at(host + 10), elsewhere, `mx1 A ${at(101)}`),
      delegation: { [`ns1.${elsewhere}`]: [at(11)], [`old.${elsewhere}`]: [at(13)] },
    },
  ],
  behaviours: { [at(12)]: { how: 'silent' }, [at(13)]: { how: 'refused' } },
  mtas: { [at(101)]: polite(`mx1.${elsewhere}`) },
  verdict: ACCEPTED,
  must: [
    finding('ns.sets-differ', {
      zone: elsewhere,
      parent: 'example',
      onlyParent: [`old.${elsewhere}`],
      onlyZone: [`ns2.${elsewhere}`],
    }),
    finding('ns.no-address', { zone: elsewhere, server: `old.${elsewhere}` }),
    finding('dns.servers-unusable', {
      zone: elsewhere,
      servers: [`ns2.${elsewhere} [${at(12)}]`, `old.${elsewhere} [${at(13)}]`],
      causes: ['silent', 'refused'],
      count: 2,
      all: 3,
    }),
  ],
  mustNot: ['mx.address-unresolved', 'dns.failing', 'zone.answers-differ'],
});
