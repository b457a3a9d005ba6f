import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('handshake-alert');
const origin = 'handshake-alert.test';
const hosts = [`mx1.${origin} [${at(101)}]`];
/** RFC 8446 §6: a fatal alert, internal_error(80). */
const INTERNAL_ERROR = Uint8Array.of(21, 3, 3, 0, 2, 2, 80);

export default scenario({
  name: 'handshake-alert',
  about: 'Ends the handshake with an alert: internal error',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: {
    [at(101)]: scripted(
      `mx1.${origin}`,
      { STARTTLS: ['220 2.0.0 Ready to start TLS', 'hear', { bytes: INTERNAL_ERROR }, 'close'] },
      { tls: { certificate: 'good' } },
    ),
  },
  verdict: ACCEPTED,
  must: [finding('tls.failed', { hosts }), finding('smtp.accepted', { hosts })],
  mustNot: ['tls.not-offered', 'tls.refused', 'smtp.closed'],
});
