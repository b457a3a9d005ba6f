import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('certificate-issuer-expired');
const hosts = [`mx1.certificate-issuer-expired.test [${at(101)}]`];

export default scenario({
  name: 'certificate-issuer-expired',
  about: 'A good certificate, with one of its issuer that has ended',
  target: 'user@certificate-issuer-expired.test',
  zones: [zoneWithMx(at, 'certificate-issuer-expired.test')],
  mtas: {
    [at(101)]: scripted(
      'mx1.certificate-issuer-expired.test',
      {},
      { tls: { certificate: 'issuer-expired' } },
    ),
  },
  verdict: ACCEPTED,
  must: [
    finding('tls.not-trusted', {
      hosts,
      reason: 'CERT_HAS_EXPIRED',
      also: [],
      names: ['mx1.certificate-issuer-expired.test'],
      expiredIssuer: 'CN=Practice Old Intermediate CA',
    }),
    finding('smtp.accepted', { hosts }),
  ],
  mustNot: ['tls.trusted', 'tls.failed', 'tls.not-offered', 'tls.expires-soon', 'tls.weak-key'],
});
