import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('certificate-expired-other-name');
const hosts = [`mx1.certificate-expired-other-name.test [${at(101)}]`];

export default scenario({
  name: 'certificate-expired-other-name',
  about: 'A certificate that has ended and is for another name',
  target: 'user@certificate-expired-other-name.test',
  zones: [zoneWithMx(at, 'certificate-expired-other-name.test')],
  mtas: {
    [at(101)]: scripted(
      'mx1.certificate-expired-other-name.test',
      {},
      { tls: { certificate: 'expired-other-name' } },
    ),
  },
  verdict: ACCEPTED,
  must: [
    finding('tls.not-trusted', {
      hosts,
      reason: 'CERT_HAS_EXPIRED',
      also: ['ERR_TLS_CERT_ALTNAME_INVALID'],
      names: ['another-name.mx1.certificate-expired-other-name.test'],
      expiredIssuer: '',
    }),
    finding('smtp.accepted', { hosts }),
  ],
  mustNot: ['tls.trusted', 'tls.failed', 'tls.not-offered', 'tls.expires-soon', 'tls.weak-key'],
});
