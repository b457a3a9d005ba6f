import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone, zoneWithMx } from '../scenario';

const at = block('parents-differ');
const origin = 'parents-differ.test';
const sub = `sub.${origin}`;

export default scenario({
  name: 'parents-differ',
  about: 'One of the servers above the zone still sends people to old name servers',
  target: `user@${sub}`,
  zones: [
    {
      ...zone(at, origin),
      servers: { [`ns1.${origin}`]: [at(1)], [`ns2.${origin}`]: [at(2)], [`ns3.${origin}`]: [at(3)] },
    },
    zoneWithMx((host) => at(host + 10), sub),
  ],
  behaviours: { [at(3)]: { records: [`sub NS ns1.${sub}.`, 'sub NS ns9.old'] } },
  mtas: { [at(111)]: polite(`mx1.${sub}`) },
  verdict: ACCEPTED,
  must: [
    finding('ns.parents-differ', {
      zone: sub,
      parent: origin,
      usual: `ns1.${sub}, ns2.${sub}`,
      servers: [`ns3.${origin} [${at(3)}]: ns1.${sub}, ns9.old.${origin}`],
    }),
  ],
  mustNot: ['zone.answers-differ', 'zone.serials-differ', 'dns.server-unusable'],
});
