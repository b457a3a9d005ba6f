import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('certificate-unknown-issuer');
const hosts = [`mx1.certificate-unknown-issuer.test [${at(101)}]`];

export default scenario({
  name: 'certificate-unknown-issuer',
  about: 'A certificate of an authority that nobody knows',
  target: 'user@certificate-unknown-issuer.test',
  zones: [zoneWithMx(at, 'certificate-unknown-issuer.test')],
  mtas: {
    [at(101)]: scripted(
      'mx1.certificate-unknown-issuer.test',
      {},
      { tls: { certificate: 'unknown-issuer' } },
    ),
  },
  verdict: ACCEPTED,
  must: [
    finding('tls.not-trusted', {
      hosts,
      reason: 'SELF_SIGNED_CERT_IN_CHAIN',
      also: [],
      names: ['mx1.certificate-unknown-issuer.test'],
      issuer: 'CN=Nobody Knows This CA',
    }),
    finding('smtp.accepted', { hosts }),
  ],
  mustNot: ['tls.trusted', 'tls.failed', 'tls.not-offered', 'tls.expires-soon', 'tls.weak-key'],
});
