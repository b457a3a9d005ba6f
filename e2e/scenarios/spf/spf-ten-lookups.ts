import { block } from '../block';
import { ACCEPTED, polite, scenario, zoneWithMx } from '../scenario';

const at = block('spf-ten-lookups');
const origin = 'spf-ten-lookups.test';

export default scenario({
  name: 'spf-ten-lookups',
  about: 'An SPF record with as many lookups as are allowed',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, `@ TXT "v=spf1 ${'mx '.repeat(10)}-all"`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [],
  mustNot: [
    'spf.none',
    'spf.neutral',
    'spf.invalid',
    'spf.too-many-lookups',
    'spf.void-lookups',
    'spf.unanswered',
    'spf.allows-everyone',
  ],
});
