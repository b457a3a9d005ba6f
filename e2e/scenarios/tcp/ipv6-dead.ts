import { inIpv6 } from '../../internet/address';
import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('ipv6-dead');
const origin = 'ipv6-dead.test';

export default scenario({
  name: 'ipv6-dead',
  about: 'The exchange takes mail over IPv4, and its IPv6 address does not answer',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, `mx1 AAAA ${inIpv6(at(102))}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`), [at(102)]: { kind: 'black-hole' } },
  needsIpv6: true,
  verdict: ACCEPTED,
  must: [finding('tcp.timed-out', { overIpv4: true, elsewhere: true })],
  mustNot: ['hosts.ipv6-fails', 'vantage.no-ipv6', 'hosts.disagree'],
});
