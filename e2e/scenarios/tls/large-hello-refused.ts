import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('large-hello-refused');
const hosts = [`mx1.large-hello-refused.test [${at(101)}]`];

export default scenario({
  name: 'large-hello-refused',
  about: 'Hangs up on a TLS ClientHello of more than a packet; the second exchange takes it',
  target: 'user@large-hello-refused.test',
  zones: [zoneWithMx(at, 'large-hello-refused.test', '@ MX 20 mx2', `mx2 A ${at(102)}`)],
  mtas: {
    [at(101)]: scripted(
      'mx1.large-hello-refused.test',
      {},
      { tls: { certificate: 'good', largeHello: { above: 1208, then: 'reset' } } },
    ),
    [at(102)]: polite('mx2.large-hello-refused.test'),
  },
  largeHello: true,
  verdict: ACCEPTED,
  says: [/the way out from here carries it/],
  saysNot: [/check the path MTU/],
  must: [finding('tls.large-hello', { hosts, code: 'ECONNRESET', elsewhere: true })],
  mustNot: ['tls.failed', 'tcp.reset', 'smtp.closed'],
});
