import { block } from '../block';
import { ACCEPTED, polite, scenario, zoneWithMx } from '../scenario';

const at = block('spf-redirect');
const origin = 'spf-redirect.test';

export default scenario({
  name: 'spf-redirect',
  about: 'An SPF record that redirects to another',
  target: `user@${origin}`,
  zones: [
    zoneWithMx(
      at,
      origin,
      '@ TXT "v=spf1 redirect=_spf.spf-redirect.test"',
      '_spf TXT "v=spf1 ip4:192.0.2.0/24 -all"',
    ),
  ],
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
