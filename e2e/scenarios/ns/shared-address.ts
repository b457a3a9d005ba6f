import { block } from '../block';
import { ACCEPTED, finding, polite, scenario } from '../scenario';

const at = block('shared-address');
const origin = 'shared-address.test';

export default scenario({
  name: 'shared-address',
  about: 'Two of three name servers are one machine',
  target: `user@${origin}`,
  zones: [
    {
      origin,
      servers: { [`ns1.${origin}`]: [at(1)], [`ns2.${origin}`]: [at(1)], [`ns3.${origin}`]: [at(3)] },
      records: ['@ MX 10 mx1', `mx1 A ${at(101)}`],
    },
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  quiet: true,
  must: [finding('ns.shared-address', { address: at(1), servers: [`ns1.${origin}`, `ns2.${origin}`] })],
  mustNot: ['ns.only-one', 'zone.answers-differ'],
  once: ['ns.shared-address'],
});
