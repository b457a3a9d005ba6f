import { block } from '../block';
import { finding, forNow, scenario, zone } from '../scenario';

const at = block('mx-private-address');

export default scenario({
  name: 'mx-private-address',
  about: 'The exchange has an address that is no use on the internet',
  target: 'user@mx-private-address.test',
  zones: [zone(at, 'mx-private-address.test', '@ MX 10 mail', 'mail A 10.0.0.25')],
  verdict: forNow('dns', 'recipient'),
  must: [
    finding('mx.private-address', {
      exchange: 'mail.mx-private-address.test',
      addresses: ['10.0.0.25'],
      reasons: ['private'],
      others: false,
    }),
  ],
  mustNot: ['tcp.refused', 'tcp.timed-out', 'mx.no-address', 'vantage.nothing-reachable'],
});
