import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('handshake-fails-of-any-size');
const hosts = [`mx1.handshake-fails-of-any-size.test [${at(101)}]`];

export default scenario({
  name: 'handshake-fails-of-any-size',
  about: 'Hangs up on a TLS ClientHello, large or small, and takes mail in the clear',
  target: 'user@handshake-fails-of-any-size.test',
  zones: [zoneWithMx(at, 'handshake-fails-of-any-size.test')],
  mtas: {
    [at(101)]: scripted(
      'mx1.handshake-fails-of-any-size.test',
      { STARTTLS: ['220 Go ahead', 'close'] },
      { tls: { certificate: 'good' } },
    ),
  },
  largeHello: true,
  verdict: ACCEPTED,
  says: [/its size is not the cause/],
  must: [finding('tls.failed', { hosts, code: 'ECONNRESET' }), finding('smtp.accepted', { hosts })],
  mustNot: ['tls.large-hello', 'smtp.closed'],
  once: ['tls.failed'],
});
