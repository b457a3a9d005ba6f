import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('glue-missing');
const origin = 'glue-missing.test';

export default scenario({
  name: 'glue-missing',
  about: 'The registry names a name server without its address',
  target: `user@${origin}`,
  zones: [{ ...zoneWithMx(at, origin), delegation: { [`ns1.${origin}`]: [at(1)], [`ns2.${origin}`]: [] } }],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('ns.glue-missing', { zone: origin, server: `ns2.${origin}`, others: true })],
  mustNot: ['ns.glue-differs', 'ns.no-address', 'ns.sets-differ'],
});
