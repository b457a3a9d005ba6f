import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('glue-differs');
const origin = 'glue-differs.test';

export default scenario({
  name: 'glue-differs',
  about: 'The registry has an old address for a name server',
  target: `user@${origin}`,
  zones: [
    {
      ...zoneWithMx(at, origin),
      delegation: { [`ns1.${origin}`]: [at(9)], [`ns2.${origin}`]: [at(2)] },
    },
  ],
  behaviours: { [at(9)]: { how: 'refused' } },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('ns.glue-differs', { server: `ns1.${origin}`, glue: [at(9)], addresses: [at(1)] })],
  mustNot: ['dns.server-unusable', 'ns.sets-differ', 'ns.glue-missing'],
});
