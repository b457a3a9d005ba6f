import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('name-servers-differ');
const origin = 'name-servers-differ.test';

export default scenario({
  name: 'name-servers-differ',
  about: 'The registry and the zone name different name servers',
  target: `user@${origin}`,
  zones: [
    {
      ...zoneWithMx(at, origin, '@ NS ns1', '@ NS ns3', `ns3 A ${at(3)}`),
      delegation: { [`ns1.${origin}`]: [at(1)], [`ns2.${origin}`]: [at(2)] },
    },
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('ns.sets-differ', {
      zone: origin,
      parent: 'test',
      onlyParent: [`ns2.${origin}`],
      onlyZone: [`ns3.${origin}`],
    }),
    finding('dns.server-unusable', { server: `ns3.${origin}`, address: at(3) }),
  ],
  mustNot: ['ns.glue-differs', 'ns.glue-missing', 'ns.only-one', 'zone.answers-differ'],
});
