import { block } from '../block';
import { finding, forGood, scenario, zone } from '../scenario';

const at = block('exchange-without-address');
const origin = 'exchange-without-address.test';

export default scenario({
  name: 'exchange-without-address',
  about: 'The name in the MX exists and has no address',
  target: `user@${origin}`,
  zones: [zone(at, origin, '@ MX 10 mail', 'mail TXT "mail moved"')],
  verdict: forGood('dns'),
  must: [finding('mx.no-address', { exchange: `mail.${origin}`, others: false, denied: false })],
  mustNot: ['mx.implicit', 'mx.address-unresolved'],
});
