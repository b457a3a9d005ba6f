import { PATIENCE_MS } from '../../patience';
import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('ipv6-only');

export default scenario({
  name: 'ipv6-only',
  about: 'An exchange with an IPv6 address only',
  target: 'user@ipv6-only.test',
  zones: [zone(at, 'ipv6-only.test', '@ MX 10 mx1', 'mx1 AAAA ::1')],
  // The address is that of other scenarios, too; see there.
  mtas: {
    '::1': polite('mx1.ipv6-only.test', {
      greetingDelayMs: 3_000,
      recipients: { 'user@ipv6-worse.test': '450 4.7.1 Service refused: no reverse name for [::1]' },
    }),
  },
  needsIpv6: true,
  greetingTimeoutMs: PATIENCE_MS,
  verdict: ACCEPTED,
  must: [
    finding('smtp.accepted', { hosts: ['mx1.ipv6-only.test [::1]'] }),
    finding('mx.ipv6-only', { exchanges: ['mx1.ipv6-only.test'] }),
  ],
  mustNot: ['vantage.no-ipv6', 'mx.no-address'],
});
