import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('ttl-top-bit');
const origin = 'ttl-top-bit.test';

export default scenario({
  name: 'ttl-top-bit',
  about: 'The TTL of the MX record has its top bit set, which counts as zero',
  target: `user@${origin}`,
  zones: [zone(at, origin, '@ 4294967295 MX 10 mx1', `mx1 A ${at(101)}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('zone.ttl-short', { name: origin, type: 'MX', seconds: 0 })],
  mustNot: ['zone.ttl-long'],
});
