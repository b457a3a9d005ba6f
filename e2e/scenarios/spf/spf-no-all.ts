import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('spf-no-all');
const origin = 'spf-no-all.test';

export default scenario({
  name: 'spf-no-all',
  about: 'An SPF record without a last word',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '@ TXT "v=spf1 mx"')],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('spf.neutral', { domain: origin, at: origin, term: '', record: 'v=spf1 mx' })],
  mustNot: [
    'spf.none',
    'spf.invalid',
    'spf.too-many-lookups',
    'spf.void-lookups',
    'spf.unanswered',
    'spf.allows-everyone',
  ],
});
