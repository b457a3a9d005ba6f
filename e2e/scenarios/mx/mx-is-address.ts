import { block } from '../block';
import { depends, finding, polite, scenario, zone } from '../scenario';

const at = block('mx-is-address');

export default scenario({
  name: 'mx-is-address',
  about: 'The MX holds an address where a name must stand',
  target: 'user@mx-is-address.test',
  zones: [zone(at, 'mx-is-address.test', `@ MX 10 ${at(101)}.`)],
  mtas: { [at(101)]: polite('mx1.mx-is-address.test') },
  verdict: depends('recipient'),
  cases: ['accepted', 'permanent'],
  must: [finding('mx.is-address-literal', { exchange: at(101) })],
  mustNot: ['mx.no-address', 'mx.implicit'],
});
