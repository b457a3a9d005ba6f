import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('one-server-silent');

export default scenario({
  name: 'one-server-silent',
  about: 'One of two name servers is dead',
  target: 'user@one-server-silent.test',
  zones: [zoneWithMx(at, 'one-server-silent.test')],
  mtas: { [at(101)]: polite('mx1.one-server-silent.test') },
  behaviours: { [at(1)]: { how: 'silent' } },
  verdict: ACCEPTED,
  must: [
    finding('dns.server-silent', {
      zone: 'one-server-silent.test',
      server: 'ns1.one-server-silent.test',
      address: at(1),
    }),
    finding('smtp.accepted', { recipient: 'user@one-server-silent.test' }),
  ],
  mustNot: ['dns.no-answer', 'dns.failing'],
});
