import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, SILENCE_SECONDS, zoneWithMx } from '../scenario';

const at = block('large-hello-hangs');
const hosts = [`mx1.large-hello-hangs.test [${at(101)}]`];

export default scenario({
  name: 'large-hello-hangs',
  about: 'Never answers a TLS ClientHello of more than a packet, as newer libraries send it',
  target: 'user@large-hello-hangs.test',
  zones: [zoneWithMx(at, 'large-hello-hangs.test')],
  mtas: {
    [at(101)]: scripted(
      'mx1.large-hello-hangs.test',
      {},
      { tls: { certificate: 'good', largeHello: { above: 1208, then: 'silence' } } },
    ),
  },
  largeHello: true,
  verdict: ACCEPTED,
  says: [
    /, but: mx1\.large-hello-hangs\.test \[[^\]]+\] does not answer a large TLS ClientHello/,
    /the path from here can lose it as well/,
    /On the sender’s side, until then/,
  ],
  must: [
    finding('tls.large-hello', {
      hosts,
      code: 'ETIMEDOUT',
      reason: `the handshake was not finished within ${SILENCE_SECONDS} s`,
      keyShares: ['ffdhe8192'],
      elsewhere: false,
    }),
    finding('tls.trusted', { hosts }),
    finding('smtp.accepted', { hosts }),
  ],
  mustNot: ['tls.failed', 'smtp.silent', 'tls.not-offered'],
});
