import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('spf-void-lookups');
const origin = 'spf-void-lookups.test';

export default scenario({
  name: 'spf-void-lookups',
  about: 'An SPF record whose names are mostly gone',
  target: `user@${origin}`,
  zones: [
    zoneWithMx(at, origin, `@ TXT "v=spf1 a:old1.${origin} a:old2.${origin} a:old3.${origin} mx -all"`),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('spf.void-lookups', { count: 3, limit: 2, term: `a:old3.${origin}` })],
  mustNot: ['spf.invalid', 'spf.too-many-lookups'],
});
