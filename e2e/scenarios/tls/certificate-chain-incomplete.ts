import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('certificate-chain-incomplete');
const hosts = [`mx1.certificate-chain-incomplete.test [${at(101)}]`];

export default scenario({
  name: 'certificate-chain-incomplete',
  about: 'A good certificate, sent without that of its issuer',
  target: 'user@certificate-chain-incomplete.test',
  zones: [zoneWithMx(at, 'certificate-chain-incomplete.test')],
  mtas: {
    [at(101)]: scripted(
      'mx1.certificate-chain-incomplete.test',
      {},
      { tls: { certificate: 'chain-incomplete' } },
    ),
  },
  verdict: ACCEPTED,
  must: [
    finding('tls.not-trusted', {
      hosts,
      reason: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      also: [],
      names: ['mx1.certificate-chain-incomplete.test'],
      issuer: 'CN=Practice Intermediate CA',
    }),
    finding('smtp.accepted', { hosts }),
  ],
  mustNot: ['tls.trusted', 'tls.failed', 'tls.not-offered', 'tls.expires-soon', 'tls.weak-key'],
});
