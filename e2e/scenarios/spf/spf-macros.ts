import { block } from '../block';
import { ACCEPTED, polite, scenario, zoneWithMx } from '../scenario';

const at = block('spf-macros');
const origin = 'spf-macros.test';

export default scenario({
  name: 'spf-macros',
  about: 'An SPF record whose terms depend on the sender',
  target: `user@${origin}`,
  zones: [
    zoneWithMx(
      at,
      origin,
      '@ TXT "v=spf1 exists:%{i}._spf.%{d} include:%{d2}.hosts.spf-macros.test -all"',
      'spf-macros.test.hosts TXT "v=spf1 ip4:192.0.2.0/24 -all"',
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
