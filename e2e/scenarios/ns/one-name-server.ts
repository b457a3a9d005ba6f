import { block } from '../block';
import { ACCEPTED, finding, polite, scenario } from '../scenario';

const at = block('one-name-server');
const origin = 'one-name-server.test';

export default scenario({
  name: 'one-name-server',
  about: 'Two names for one name server',
  target: `user@${origin}`,
  zones: [
    {
      origin,
      servers: { [`ns1.${origin}`]: [at(1)], [`ns2.${origin}`]: [at(1)] },
      records: ['@ MX 10 mx1', `mx1 A ${at(101)}`],
    },
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('ns.only-one', { zone: origin, server: `ns1.${origin} [${at(1)}]` }),
    finding('mx.only-one', { exchange: `mx1.${origin}` }),
  ],
  mustNot: ['ns.one-network', 'ns.sets-differ', 'ns.glue-missing'],
});
