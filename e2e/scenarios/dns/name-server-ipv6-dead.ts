import { inIpv6 } from '../../internet/address';
import { block } from '../block';
import { ACCEPTED, finding, polite, scenario } from '../scenario';

const at = block('name-server-ipv6-dead');
const origin = 'name-server-ipv6-dead.test';
const dead = inIpv6(at(2));

export default scenario({
  name: 'name-server-ipv6-dead',
  about: 'The only name server answers over IPv4; its IPv6 address is dead',
  target: `user@${origin}`,
  zones: [
    {
      origin,
      servers: { [`ns1.${origin}`]: [at(1)] },
      delegation: { [`ns1.${origin}`]: [at(1), dead] },
      records: [`ns1 AAAA ${dead}`, '@ MX 10 mx1', `mx1 A ${at(101)}`],
    },
  ],
  behaviours: { [at(2)]: { how: 'silent' } },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  needsIpv6: true,
  verdict: ACCEPTED,
  must: [finding('dns.server-silent', { server: `ns1.${origin}`, works: [at(1)] })],
  mustNot: ['dns.no-answer', 'vantage.no-ipv6'],
});
