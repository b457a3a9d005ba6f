import { block } from '../block';
import { ACCEPTED, finding, polite, scenario } from '../scenario';

const at = block('ipv6-silent-here');
const origin = 'ipv6-silent-here.test';
/** Never asked: our own network loses the questions. */
const IPV6 = ['2a01:4f8::53', '2a01:4f9::53'] as const;

export default scenario({
  name: 'ipv6-silent-here',
  about: 'Our own IPv6 leads nowhere: the name servers with IPv6 addresses are not blamed for it',
  target: `user@${origin}`,
  here: { ipv6Silent: true },
  zones: [
    {
      origin,
      servers: { [`ns1.${origin}`]: [at(1)], [`ns2.${origin}`]: [at(2)] },
      delegation: { [`ns1.${origin}`]: [at(1), IPV6[0]], [`ns2.${origin}`]: [at(2), IPV6[1]] },
      records: [`ns1 AAAA ${IPV6[0]}`, `ns2 AAAA ${IPV6[1]}`, '@ MX 10 mx1', `mx1 A ${at(101)}`],
    },
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('vantage.ipv6-silent', {
      servers: [`ns1.${origin} [${IPV6[0]}]`, `ns2.${origin} [${IPV6[1]}]`],
    }),
  ],
  mustNot: ['dns.server-silent', 'dns.server-unusable', 'ns.no-tcp', 'vantage.no-dns-tcp'],
});
