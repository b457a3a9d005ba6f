import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('tls-handshake-fails');
const hosts = [`mx1.tls-handshake-fails.test [${at(101)}]`];

export default scenario({
  name: 'tls-handshake-fails',
  about: 'Answers the TLS handshake with something else',
  target: 'user@tls-handshake-fails.test',
  zones: [zoneWithMx(at, 'tls-handshake-fails.test')],
  mtas: {
    [at(101)]: scripted('mx1.tls-handshake-fails.test', {
      EHLO: ['250-mx1.tls-handshake-fails.test\n250 STARTTLS'],
      STARTTLS: ['220 Go ahead', 'hear', '220 mx1.tls-handshake-fails.test ESMTP', 'close'],
    }),
  },
  verdict: ACCEPTED,
  must: [
    finding('tls.failed', { hosts, reason: 'wrong version number' }),
    finding('smtp.accepted', { hosts }),
  ],
  mustNot: ['tls.not-offered', 'tls.refused', 'tls.not-trusted', 'smtp.closed'],
});
