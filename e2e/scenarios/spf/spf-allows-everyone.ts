import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('spf-allows-everyone');
const origin = 'spf-allows-everyone.test';

export default scenario({
  name: 'spf-allows-everyone',
  about: 'An SPF record that lets everybody send',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '@ TXT "v=spf1 mx +all"')],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('spf.allows-everyone', { domain: origin, term: '+all', at: origin })],
  mustNot: ['spf.invalid', 'spf.none'],
});
