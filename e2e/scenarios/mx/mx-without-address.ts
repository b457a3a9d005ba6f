import { block } from '../block';
import { finding, forGood, scenario, zone } from '../scenario';

const at = block('mx-without-address');

export default scenario({
  name: 'mx-without-address',
  about: 'The name in the MX does not exist',
  target: 'user@mx-without-address.test',
  zones: [zone(at, 'mx-without-address.test', '@ MX 10 gone', `@ A ${at(101)}`)],
  verdict: forGood('dns'),
  must: [
    finding('mx.no-address', { exchange: 'gone.mx-without-address.test', preference: 10, others: false }),
    finding('zone.fix-seen-after', { names: ['gone.mx-without-address.test'], seconds: 300 }),
  ],
  mustNot: ['mx.implicit', 'mx.address-unresolved', 'domain.not-found', 'tcp.refused'],
});
