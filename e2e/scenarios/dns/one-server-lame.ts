import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('one-server-lame');

export default scenario({
  name: 'one-server-lame',
  about: 'One of two name servers knows nothing of the domain',
  target: 'user@one-server-lame.test',
  zones: [zoneWithMx(at, 'one-server-lame.test')],
  mtas: { [at(101)]: polite('mx1.one-server-lame.test') },
  behaviours: { [at(1)]: { how: 'lame' } },
  verdict: ACCEPTED,
  must: [
    finding('dns.server-unusable', {
      zone: 'one-server-lame.test',
      server: 'ns1.one-server-lame.test',
      address: at(1),
      outcome: 'not-served',
    }),
    finding('smtp.accepted', { recipient: 'user@one-server-lame.test' }),
  ],
  mustNot: ['dns.no-answer', 'dns.failing'],
});
