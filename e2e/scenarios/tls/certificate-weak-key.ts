import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('certificate-weak-key');
const hosts = [`mx1.certificate-weak-key.test [${at(101)}]`];

export default scenario({
  name: 'certificate-weak-key',
  about: 'A certificate with an RSA key of 1024 bits',
  target: 'user@certificate-weak-key.test',
  zones: [zoneWithMx(at, 'certificate-weak-key.test')],
  mtas: { [at(101)]: scripted('mx1.certificate-weak-key.test', {}, { tls: { certificate: 'weak-key' } }) },
  verdict: ACCEPTED,
  must: [finding('tls.weak-key', { hosts, key: 'RSA key of 1024 bits', least: 2048, isTrusted: true })],
  mustNot: ['tls.failed', 'tls.not-trusted', 'tls.trusted', 'tls.weak-signature'],
});
