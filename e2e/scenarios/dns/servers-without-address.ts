import { block } from '../block';
import { finding, forNow, scenario, zoneWithMx } from '../scenario';

const at = block('servers-without-address');

export default scenario({
  name: 'servers-without-address',
  about: 'The name servers of the domain have no address',
  target: 'user@servers-without-address.test',
  zones: [
    {
      ...zoneWithMx(at, 'servers-without-address.test'),
      delegation: { 'ns1.servers-without-address.test': [] },
    },
  ],
  verdict: forNow('dns', 'recipient'),
  must: [
    finding('dns.no-server-address', {
      zone: 'servers-without-address.test',
      servers: ['ns1.servers-without-address.test'],
    }),
  ],
  mustNot: ['domain.not-found', 'dns.no-answer'],
});
