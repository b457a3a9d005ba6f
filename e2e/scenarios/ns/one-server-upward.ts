import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('one-server-upward');
const origin = 'one-server-upward.test';

export default scenario({
  name: 'one-server-upward',
  about: 'One of two name servers sends back to the root',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  behaviours: { [at(1)]: { how: 'upward-referral' } },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('ns.upward-referral', { zone: origin, server: `ns1.${origin}`, address: at(1) })],
  mustNot: ['dns.server-unusable', 'dns.failing', 'zone.answers-differ', 'ns.letter-case'],
});
