import { block } from '../block';
import { finding, forNow, scenario, zone } from '../scenario';

const at = block('mx-unresolved');

export default scenario({
  name: 'mx-unresolved',
  about: 'The servers that know the address of the exchange do not answer',
  target: 'user@mx-unresolved.test',
  zones: [
    zone(at, 'mx-unresolved.test', '@ MX 10 mail.dead.mx-unresolved.example.'),
    {
      origin: 'dead.mx-unresolved.example',
      servers: { 'ns.dead.mx-unresolved.example': [at(11)] },
      records: [],
    },
  ],
  behaviours: { [at(11)]: { how: 'servfail' } },
  verdict: forNow('dns', 'recipient'),
  must: [
    finding('mx.address-unresolved', {
      exchange: 'mail.dead.mx-unresolved.example',
      preference: 10,
      others: false,
    }),
  ],
  mustNot: ['ns.aaaa-fails', 'mx.no-address', 'mx.implicit'],
});
