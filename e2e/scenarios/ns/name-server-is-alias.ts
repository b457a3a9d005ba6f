import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('name-server-is-alias');
const origin = 'name-server-is-alias.test';

export default scenario({
  name: 'name-server-is-alias',
  about: 'One name server is an alias, another has no address',
  target: `user@${origin}`,
  zones: [
    {
      origin: 'other-names.test',
      servers: { 'ns.other-names.test': [at(11)] },
      records: ['alias CNAME real', `real A ${at(2)}`],
    },
    {
      ...zoneWithMx(at, origin, '@ NS ns1', '@ NS alias.other-names.test.', '@ NS none.other-names.test.'),
      delegation: { [`ns1.${origin}`]: [at(1)], 'alias.other-names.test': [], 'none.other-names.test': [] },
    },
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('ns.is-alias', { server: 'alias.other-names.test', target: 'real.other-names.test' }),
    finding('ns.no-address', { zone: origin, server: 'none.other-names.test' }),
  ],
  mustNot: ['ns.glue-missing', 'ns.sets-differ', 'ns.only-one', 'dns.server-silent'],
});
