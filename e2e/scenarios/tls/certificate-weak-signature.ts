import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('certificate-weak-signature');
const hosts = [`mx1.certificate-weak-signature.test [${at(101)}]`];

export default scenario({
  name: 'certificate-weak-signature',
  about: 'A certificate signed with SHA-1',
  target: 'user@certificate-weak-signature.test',
  zones: [zoneWithMx(at, 'certificate-weak-signature.test')],
  mtas: {
    [at(101)]: scripted(
      'mx1.certificate-weak-signature.test',
      {},
      { tls: { certificate: 'weak-signature' } },
    ),
  },
  verdict: ACCEPTED,
  must: [
    finding('tls.weak-signature', {
      hosts,
      algorithm: 'ecdsa-with-SHA1',
      subject: 'CN=mx1.certificate-weak-signature.test',
    }),
  ],
  mustNot: ['tls.failed', 'tls.trusted', 'tls.weak-key'],
});
