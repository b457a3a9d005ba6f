import { block } from '../block';
import { ACCEPTED, polite, scenario, zoneWithMx } from '../scenario';

const at = block('wish-otherwise');
const origin = 'wish-otherwise.test';

export default scenario({
  name: 'wish-otherwise',
  about: 'A TXT record that allows contact',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '_mxproof TXT "v=mxproof1; contact=yes"')],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [],
  mustNot: ['domain.asks-for-no-check', 'check.not-contacted'],
});
