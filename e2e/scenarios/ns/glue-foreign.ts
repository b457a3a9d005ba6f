import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('glue-foreign');
const origin = 'glue-foreign.test';

export default scenario({
  name: 'glue-foreign',
  about: 'A parent that sends addresses of servers in a zone of somebody else',
  target: `user@sub.${origin}`,
  zones: [
    zone(at, origin, `ns.${origin.replace('test', 'example')}. A ${at(66)}`),
    {
      origin: `sub.${origin}`,
      servers: { [`ns.${origin.replace('test', 'example')}`]: [at(11)] },
      records: ['@ MX 10 mx1', `mx1 A ${at(101)}`],
    },
    {
      origin: origin.replace('test', 'example'),
      servers: { [`ns.${origin.replace('test', 'example')}`]: [at(11)] },
      records: [],
    },
  ],
  notAsked: [at(66)],
  mtas: { [at(101)]: polite(`mx1.sub.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('ns.glue-foreign', {
      zone: `sub.${origin}`,
      parent: origin,
      servers: [`ns.${origin.replace('test', 'example')}`],
    }),
  ],
  mustNot: ['ns.glue-differs', 'ns.glue-missing', 'dns.no-server-address'],
});
