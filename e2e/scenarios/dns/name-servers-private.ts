import { block } from '../block';
import { finding, forNow, scenario } from '../scenario';

const at = block('name-servers-private');
const origin = 'name-servers-private.test';

export default scenario({
  name: 'name-servers-private',
  about: 'All name servers have addresses that nobody on the internet can reach',
  target: `user@${origin}`,
  zones: [
    {
      origin,
      servers: { [`ns1.${origin}`]: [at(1)], [`ns2.${origin}`]: [at(2)] },
      delegation: { [`ns1.${origin}`]: ['127.0.0.1'], [`ns2.${origin}`]: ['10.66.0.53'] },
      records: ['@ MX 10 mx1', `mx1 A ${at(101)}`],
    },
  ],
  verdict: forNow('dns', 'recipient'),
  must: [
    finding('dns.servers-blocked', {
      zone: origin,
      servers: [`ns1.${origin} [127.0.0.1]`, `ns2.${origin} [10.66.0.53]`],
      reasons: ['loopback', 'private'],
    }),
  ],
  mustNot: ['dns.no-answer', 'dns.server-blocked', 'dns.failing', 'vantage.no-dns'],
  notAsked: [at(1), at(2)],
});
