import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('certificate-self-signed');
const hosts = [`mx1.certificate-self-signed.test [${at(101)}]`];

export default scenario({
  name: 'certificate-self-signed',
  about: 'A certificate that nobody signed but itself',
  target: 'user@certificate-self-signed.test',
  zones: [zoneWithMx(at, 'certificate-self-signed.test')],
  mtas: { [at(101)]: polite('mx1.certificate-self-signed.test', { certificate: 'self-signed' }) },
  verdict: ACCEPTED,
  must: [
    finding('tls.not-trusted', {
      hosts,
      reason: 'DEPTH_ZERO_SELF_SIGNED_CERT',
      isPinned: false,
      names: ['mx1.certificate-self-signed.test'],
    }),
    finding('smtp.accepted', { hosts }),
  ],
  mustNot: ['tls.not-offered', 'tls.failed', 'tls.trusted'],
});
