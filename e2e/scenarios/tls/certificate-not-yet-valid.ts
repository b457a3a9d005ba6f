import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('certificate-not-yet-valid');
const hosts = [`mx1.certificate-not-yet-valid.test [${at(101)}]`];

export default scenario({
  name: 'certificate-not-yet-valid',
  about: 'A certificate that begins in three days',
  target: 'user@certificate-not-yet-valid.test',
  zones: [zoneWithMx(at, 'certificate-not-yet-valid.test')],
  mtas: {
    [at(101)]: scripted('mx1.certificate-not-yet-valid.test', {}, { tls: { certificate: 'not-yet-valid' } }),
  },
  verdict: ACCEPTED,
  must: [
    finding('tls.not-trusted', {
      hosts,
      reason: 'CERT_NOT_YET_VALID',
      also: [],
      names: ['mx1.certificate-not-yet-valid.test'],
    }),
    finding('smtp.accepted', { hosts }),
  ],
  mustNot: ['tls.trusted', 'tls.failed', 'tls.not-offered', 'tls.expires-soon', 'tls.weak-key'],
});
