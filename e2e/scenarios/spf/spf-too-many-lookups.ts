import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('spf-too-many-lookups');
const origin = 'spf-too-many-lookups.test';

export default scenario({
  name: 'spf-too-many-lookups',
  about: 'An SPF record with more lookups than are allowed',
  target: `user@${origin}`,
  zones: [
    zoneWithMx(
      at,
      origin,
      `@ TXT "v=spf1 mx include:a.${origin} include:b.${origin} -all"`,
      `a TXT "v=spf1 a:mx1.${origin} a:mx1.${origin} a:mx1.${origin} a:mx1.${origin} a:mx1.${origin} -all"`,
      `b TXT "v=spf1 a:mx1.${origin} a:mx1.${origin} a:mx1.${origin} a:mx1.${origin} -all"`,
    ),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('spf.too-many-lookups', { domain: origin, count: 12, limit: 10, at: `b.${origin}` })],
  mustNot: ['spf.invalid', 'spf.void-lookups'],
});
