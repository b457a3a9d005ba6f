import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('mx-repeated');
const origin = 'mx-repeated.test';

export default scenario({
  name: 'mx-repeated',
  about: 'The same MX record stands in the answer five times',
  target: `user@${origin}`,
  zones: [zone(at, origin, ...Array.from({ length: 5 }, () => '@ MX 10 mx1'), `mx1 A ${at(101)}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('mx.only-one', { exchange: `mx1.${origin}` })],
  mustNot: ['mx.duplicate', 'mx.equal-preference'],
});
