import { block } from '../block';
import { ACCEPTED, finding, polite, scenario } from '../scenario';

const at = block('name-servers-ipv6-only');
const origin = 'name-servers-ipv6-only.test';

export default scenario({
  name: 'name-servers-ipv6-only',
  about: 'The name server has an IPv6 address only',
  target: `user@${origin}`,
  zones: [{ origin, servers: { [`ns1.${origin}`]: ['::1'] }, records: ['@ MX 10 mx1', `mx1 A ${at(101)}`] }],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  needsIpv6: true,
  verdict: ACCEPTED,
  must: [finding('ns.ipv6-only', { zone: origin, servers: [`ns1.${origin} [::1]`] })],
  mustNot: ['dns.no-answer', 'ns.no-tcp', 'vantage.no-ipv6'],
});
