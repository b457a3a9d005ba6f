import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('ipv6-worse');

/** The one IPv6 address of the practice internet belongs to `ipv6-only`, which refuses this recipient. */
export default scenario({
  name: 'ipv6-worse',
  about: 'The exchange takes over IPv4 what it refuses for now over IPv6',
  target: 'user@ipv6-worse.test',
  zones: [zone(at, 'ipv6-worse.test', '@ MX 10 mx1', `mx1 A ${at(101)}`, 'mx1 AAAA ::1')],
  mtas: { [at(101)]: polite('mx1.ipv6-worse.test') },
  needsIpv6: true,
  verdict: ACCEPTED,
  must: [finding('hosts.ipv6-fails', { exchange: 'mx1.ipv6-worse.test', ipv6: ['::1'], ipv4: [at(101)] })],
  mustNot: ['hosts.ipv6-slower', 'vantage.no-ipv6', 'hosts.disagree'],
});
