import { block } from '../block';
import { finding, forGood, scenario, zone } from '../scenario';

const at = block('null-mx-meant');
const origin = 'null-mx-meant.test';

export default scenario({
  name: 'null-mx-meant',
  about: 'A null MX written with one 0 too many',
  target: `user@${origin}`,
  zones: [zone(at, origin, '@ MX 0 0.')],
  verdict: forGood('dns'),
  says: [/null MX was meant/],
  saysNot: [/MX 0 0\./],
  must: [finding('mx.null-meant', { domain: origin, exchange: '0' })],
  mustNot: ['mx.single-label', 'mx.implicit'],
});
