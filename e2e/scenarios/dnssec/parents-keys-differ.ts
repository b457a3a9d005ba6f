import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone, zoneWithMx } from '../scenario';

const at = block('parents-keys-differ');
const origin = 'parents-keys-differ.test';
const sub = `sub.${origin}`;
const digest = '00'.repeat(32);

export default scenario({
  name: 'parents-keys-differ',
  about: 'One of the servers above the zone still names a key that was given up',
  target: `user@${sub}`,
  zones: [
    {
      ...zone(at, origin),
      servers: { [`ns1.${origin}`]: [at(1)], [`ns2.${origin}`]: [at(2)], [`ns3.${origin}`]: [at(3)] },
      signing: {},
    },
    zoneWithMx((host) => at(host + 10), sub),
  ],
  behaviours: { [at(3)]: { records: [`sub DS 4711 15 2 ${digest}`] } },
  mtas: { [at(111)]: polite(`mx1.${sub}`) },
  verdict: ACCEPTED,
  must: [
    finding('dnssec.parents-differ', {
      zone: sub,
      parent: origin,
      usual: 'none',
      servers: [`ns3.${origin} [${at(3)}]: 4711 15 2 ${digest}`],
    }),
    finding('dnssec.unsigned', { zone: sub }),
  ],
  mustNot: ['ns.parents-differ', 'zone.answers-differ', 'dnssec.server-differs', 'dnssec.no-keys'],
});
