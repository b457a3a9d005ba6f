import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('certificate-expires-soon');
const hosts = [`mx1.certificate-expires-soon.test [${at(101)}]`];

export default scenario({
  name: 'certificate-expires-soon',
  about: 'A certificate that ends in five days',
  target: 'user@certificate-expires-soon.test',
  zones: [zoneWithMx(at, 'certificate-expires-soon.test')],
  mtas: {
    [at(101)]: scripted('mx1.certificate-expires-soon.test', {}, { tls: { certificate: 'expires-soon' } }),
  },
  verdict: ACCEPTED,
  must: [finding('tls.expires-soon', { hosts, days: 5, isLate: true }), finding('tls.trusted', { hosts })],
  mustNot: ['tls.failed', 'tls.not-trusted'],
});
