import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('certificate-other-name');
const hosts = [`mx1.certificate-other-name.test [${at(101)}]`];

export default scenario({
  name: 'certificate-other-name',
  about: 'A certificate for another name',
  target: 'user@certificate-other-name.test',
  zones: [zoneWithMx(at, 'certificate-other-name.test')],
  mtas: { [at(101)]: polite('mx1.certificate-other-name.test', { certificate: 'other-name' }) },
  verdict: ACCEPTED,
  must: [
    finding('tls.not-trusted', {
      hosts,
      reason: 'ERR_TLS_CERT_ALTNAME_INVALID',
      names: ['another-name.mx1.certificate-other-name.test'],
    }),
    finding('smtp.accepted', { hosts }),
  ],
  mustNot: ['tls.not-offered', 'tls.failed', 'tls.trusted'],
});
