import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('closed-after-starttls');
const hosts = [`mx1.closed-after-starttls.test [${at(101)}]`];

export default scenario({
  name: 'closed-after-starttls',
  about: 'Agrees to TLS and hangs up',
  target: 'user@closed-after-starttls.test',
  zones: [zoneWithMx(at, 'closed-after-starttls.test')],
  mtas: {
    [at(101)]: scripted(
      'mx1.closed-after-starttls.test',
      { STARTTLS: ['220 Go ahead', 'close'] },
      { tls: { certificate: 'good' } },
    ),
  },
  verdict: ACCEPTED,
  must: [
    finding('tls.failed', {
      hosts,
      code: 'ECONNRESET',
      reason: 'the connection was closed during the handshake',
    }),
    finding('smtp.accepted', { hosts }),
  ],
  mustNot: ['smtp.closed', 'tls.refused', 'tls.not-offered'],
});
