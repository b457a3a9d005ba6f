import { UNREACHABLE_IPV4 } from '../../internet/internet';
import { overIpv6 } from '../../internet/only-ipv6';
import { block } from '../block';
import { finding, scenario } from '../scenario';

const at = block('no-ipv4-here');
const origin = 'no-ipv4-here.test';
const servers = { [`ns1.${origin}`]: [at(1)], [`ns2.${origin}`]: [at(2)] };

export default scenario({
  name: 'no-ipv4-here',
  about: 'An exchange with IPv4 alone, seen from a machine without IPv4',
  target: `user@${origin}`,
  here: { noIpv4: true },
  zones: [
    {
      origin,
      servers,
      delegation: {
        [`ns1.${origin}`]: [at(1), overIpv6(at(1))],
        [`ns2.${origin}`]: [at(2), overIpv6(at(2))],
      },
      records: [
        `ns1 AAAA ${overIpv6(at(1))}`,
        `ns2 AAAA ${overIpv6(at(2))}`,
        '@ MX 10 mx1',
        `mx1 A ${UNREACHABLE_IPV4}`,
      ],
    },
  ],
  verdict: { outcome: 'unknown', side: 'sender', permanence: null, stage: 'connect' },
  lookFirst: 'sender',
  causes: { 'sender-routing': 'supported' },
  says: [/This machine has no IPv4, and the domain has only IPv4 addresses/],
  must: [finding('vantage.no-ipv4', { hosts: [`mx1.${origin} [${UNREACHABLE_IPV4}]`] })],
  mustNot: [
    'tcp.unreachable',
    'vantage.no-ipv6',
    'vantage.nothing-reachable',
    'vantage.no-dns',
    'dns.server-silent',
    'dns.server-unusable',
  ],
});
