import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, SILENCE_SECONDS, zoneWithMx } from '../scenario';

const at = block('handshake-hangs');
const hosts = [`mx1.handshake-hangs.test [${at(101)}]`];

export default scenario({
  name: 'handshake-hangs',
  about: 'Agrees to TLS and then says nothing more',
  target: 'user@handshake-hangs.test',
  zones: [zoneWithMx(at, 'handshake-hangs.test')],
  mtas: {
    [at(101)]: scripted(
      'mx1.handshake-hangs.test',
      { STARTTLS: ['220 Go ahead', 'silence'] },
      { tls: { certificate: 'good' } },
    ),
  },
  verdict: ACCEPTED,
  must: [
    finding('tls.failed', {
      hosts,
      code: 'ETIMEDOUT',
      reason: `the handshake was not finished within ${SILENCE_SECONDS} s`,
    }),
    finding('smtp.accepted', { hosts }),
  ],
  mustNot: ['smtp.silent', 'tls.refused', 'tls.not-offered'],
});
