import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('spf-include-gone');
const origin = 'spf-include-gone.test';

export default scenario({
  name: 'spf-include-gone',
  about: 'An SPF record that includes one that is gone',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '@ TXT "v=spf1 mx include:spf.gone.test -all"')],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('spf.invalid', {
      at: origin,
      kind: 'no-record',
      term: 'include:spf.gone.test',
      target: 'spf.gone.test',
    }),
  ],
  mustNot: ['spf.void-lookups', 'spf.unanswered'],
});
