import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mx-at-localhost');

export default scenario({
  name: 'mx-at-localhost',
  about: 'One of two exchanges is at the loopback address',
  target: 'user@mx-at-localhost.test',
  zones: [zoneWithMx(at, 'mx-at-localhost.test', '@ MX 20 mx2', 'mx2 A 127.0.0.1')],
  mtas: { [at(101)]: polite('mx1.mx-at-localhost.test') },
  verdict: ACCEPTED,
  must: [
    finding('mx.private-address', {
      exchange: 'mx2.mx-at-localhost.test',
      addresses: ['127.0.0.1'],
      reasons: ['loopback'],
      others: true,
    }),
  ],
  mustNot: ['hosts.disagree', 'tcp.refused'],
});
