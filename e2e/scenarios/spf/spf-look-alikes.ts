import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('spf-look-alikes');
const origin = 'spf-look-alikes.test';

export default scenario({
  name: 'spf-look-alikes',
  about: 'Records that look like SPF, and are none',
  target: `user@${origin}`,
  zones: [
    zoneWithMx(at, origin, '@ TXT "v=spf10 mx -all"', '@ TXT "spf1 mx -all"', '@ TXT "v=spf2.0/pra mx -all"'),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('spf.look-alike', { domain: origin })],
  mustNot: ['spf.none', 'spf.invalid', 'spf.allows-everyone'],
});
