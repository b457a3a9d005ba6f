import { block } from '../block';
import { ACCEPTED, othersOf, polite, scenario, zone } from '../scenario';

const at = block('dmarc-inherited');
const origin = 'dmarc-inherited.test';

export default scenario({
  name: 'dmarc-inherited',
  about: 'A subdomain falls under the DMARC record of its organisation',
  target: `user@sub.${origin}`,
  zones: [zone(at, origin, 'sub MX 10 mx1', `mx1 A ${at(101)}`, '_dmarc TXT "v=DMARC1; p=reject"')],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [],
  mustNot: othersOf('dmarc'),
});
