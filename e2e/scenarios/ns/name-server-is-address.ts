import { block } from '../block';
import { publishes } from '../publishes';
import { finding } from '../scenario';

const at = block('name-server-is-address');
const origin = 'name-server-is-address.test';

export default publishes('name-server-is-address', {
  about: 'An NS record that holds an address in place of a name',
  records: [`@ NS ns1.${origin}.`, `@ NS ${at(2)}.`],
  must: [finding('ns.is-address-literal', { zone: origin, server: at(2) })],
  mustNot: ['ns.no-address', 'dns.failing'],
});
