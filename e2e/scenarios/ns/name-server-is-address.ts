import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('name-server-is-address');
const origin = 'name-server-is-address.test';

export default scenario({
  name: 'name-server-is-address',
  about: 'An NS record that holds an address in place of a name',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, `@ NS ns1.${origin}.`, `@ NS ${at(2)}.`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('ns.is-address-literal', { zone: origin, server: at(2) })],
  mustNot: ['ns.no-address', 'dns.failing'],
});
