import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('spf-eleven-lookups');
const origin = 'spf-eleven-lookups.test';

export default scenario({
  name: 'spf-eleven-lookups',
  about: 'An SPF record with one lookup more than is allowed, all in itself',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, `@ TXT "v=spf1 ${'mx '.repeat(11)}-all"`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('spf.too-many-lookups', { domain: origin, count: 11, limit: 10, at: origin })],
  mustNot: ['spf.invalid', 'spf.void-lookups'],
});
