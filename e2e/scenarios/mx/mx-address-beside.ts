import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('mx-address-beside');
const origin = 'mx-address-beside.test';

export default scenario({
  name: 'mx-address-beside',
  about: 'One MX record names an address, and another one a good exchange',
  target: `user@${origin}`,
  zones: [zone(at, origin, `@ MX 10 ${at(102)}.`, '@ MX 20 mx1', `mx1 A ${at(101)}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  says: [/find nothing, and use the other mail exchangers/],
  saysNot: [/return the message|Nobody delivers/],
  must: [finding('mx.is-address-literal', { exchange: at(102), others: true })],
  mustNot: ['mx.no-address'],
});
