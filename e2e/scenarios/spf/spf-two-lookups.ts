import { block } from '../block';
import { ACCEPTED, polite, scenario, zoneWithMx } from '../scenario';

const at = block('spf-two-lookups');
const origin = 'spf-two-lookups.test';

export default scenario({
  name: 'spf-two-lookups',
  about: 'A valid SPF record with two lookups',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '@ TXT "v=spf1 a mx -all"')],
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
