import { PATIENCE_MS } from '../../patience';
import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('ipv6-slower');

/** The one IPv6 address of the practice internet belongs to `ipv6-only`, which takes its time with greeting. */
export default scenario({
  name: 'ipv6-slower',
  about: 'The exchange greets late over IPv6, at once over IPv4',
  target: 'user@ipv6-slower.test',
  zones: [zone(at, 'ipv6-slower.test', '@ MX 10 mx1', `mx1 A ${at(101)}`, 'mx1 AAAA ::1')],
  mtas: { [at(101)]: polite('mx1.ipv6-slower.test') },
  needsIpv6: true,
  greetingTimeoutMs: PATIENCE_MS,
  verdict: ACCEPTED,
  must: [finding('hosts.ipv6-slower', { exchange: 'mx1.ipv6-slower.test', ipv6: ['::1'], ipv4: [at(101)] })],
  mustNot: ['hosts.ipv6-fails', 'vantage.no-ipv6', 'hosts.other-product'],
});
