import { UNREACHABLE_IPV6 } from '../../internet/internet';
import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('no-ipv6-here');

export default scenario({
  name: 'no-ipv6-here',
  about: 'An exchange with IPv6 too, seen from a machine without IPv6',
  target: 'user@no-ipv6-here.test',
  zones: [zoneWithMx(at, 'no-ipv6-here.test', `mx1 AAAA ${UNREACHABLE_IPV6}`)],
  mtas: { [at(101)]: polite('mx1.no-ipv6-here.test') },
  quiet: true,
  verdict: ACCEPTED,
  must: [
    finding('vantage.no-ipv6', { hosts: [`mx1.no-ipv6-here.test [${UNREACHABLE_IPV6}]`] }),
    finding('smtp.accepted', { hosts: [`mx1.no-ipv6-here.test [${at(101)}]`] }),
  ],
  mustNot: ['tcp.unreachable', 'vantage.nothing-reachable'],
});
