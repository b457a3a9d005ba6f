import { UNREACHABLE_IPV4 } from '../../internet/internet';
import { block } from '../block';
import { finding, forNow, scenario, zone } from '../scenario';

const at = block('host-unreachable');

export default scenario({
  name: 'host-unreachable',
  about: 'There is no way to the address',
  target: 'user@host-unreachable.test',
  zones: [zone(at, 'host-unreachable.test', '@ MX 10 mx1', `mx1 A ${UNREACHABLE_IPV4}`)],
  verdict: forNow('connect'),
  must: [
    finding('tcp.unreachable', {
      hosts: [`mx1.host-unreachable.test [${UNREACHABLE_IPV4}]`],
      errno: 'ENETUNREACH',
    }),
  ],
  mustNot: ['tcp.refused', 'tcp.timed-out', 'vantage.no-ipv6'],
});
