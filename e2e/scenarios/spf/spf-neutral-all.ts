import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('spf-neutral-all');
const origin = 'spf-neutral-all.test';

export default scenario({
  name: 'spf-neutral-all',
  about: 'An SPF record that says ?all',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '@ TXT "v=spf1 mx ?all"')],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('spf.neutral', { domain: origin, at: origin, term: '?all', record: 'v=spf1 mx ?all' })],
  mustNot: [
    'spf.none',
    'spf.invalid',
    'spf.too-many-lookups',
    'spf.void-lookups',
    'spf.unanswered',
    'spf.allows-everyone',
  ],
});
