import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, signedZone } from '../scenario';

const at = block('three-exchanges');
const origin = 'three-exchanges.test';

export default scenario({
  name: 'three-exchanges',
  about: 'Three exchanges in order, signed, with nothing wrong',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, {}, '@ MX 20 mx2', '@ MX 30 mx3', `mx2 A ${at(102)}`, `mx3 A ${at(103)}`)],
  mtas: Object.fromEntries([1, 2, 3].map((n) => [at(100 + n), polite(`mx${n}.${origin}`)])),
  verdict: ACCEPTED,
  quiet: true,
  must: [finding('mx.order', { count: 3, records: [1, 2, 3].map((n) => `${10 * n} mx${n}.${origin}`) })],
  mustNot: ['mx.only-one', 'mx.equal-preference'],
});
