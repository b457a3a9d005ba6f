import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('private-name-server');

export default scenario({
  name: 'private-name-server',
  about: 'One of two name servers has a private address',
  target: 'user@private-name-server.test',
  zones: [
    {
      ...zoneWithMx(at, 'private-name-server.test'),
      delegation: {
        'ns1.private-name-server.test': ['192.168.1.53'],
        'ns2.private-name-server.test': [at(2)],
      },
    },
  ],
  mtas: { [at(101)]: polite('mx1.private-name-server.test') },
  verdict: ACCEPTED,
  must: [
    finding('dns.server-blocked', {
      zone: 'private-name-server.test',
      server: 'ns1.private-name-server.test',
      address: '192.168.1.53',
      reason: 'private',
    }),
    finding('smtp.accepted', { recipient: 'user@private-name-server.test' }),
  ],
  mustNot: ['dns.no-answer', 'dns.failing', 'dns.server-silent'],
});
