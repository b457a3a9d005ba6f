import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('certificate-expired');
const hosts = [`mx1.certificate-expired.test [${at(101)}]`];

export default scenario({
  name: 'certificate-expired',
  about: 'A certificate that ended a month ago',
  target: 'user@certificate-expired.test',
  zones: [zoneWithMx(at, 'certificate-expired.test')],
  mtas: { [at(101)]: polite('mx1.certificate-expired.test', { certificate: 'expired' }) },
  verdict: ACCEPTED,
  must: [
    finding('tls.not-trusted', {
      hosts,
      reason: 'CERT_HAS_EXPIRED',
      names: ['mx1.certificate-expired.test'],
    }),
    finding('smtp.accepted', { hosts }),
  ],
  mustNot: ['tls.not-offered', 'tls.failed', 'tls.trusted'],
});
