import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('caa-of-another-authority');
const origin = 'caa-of-another-authority.test';

export default scenario({
  name: 'caa-of-another-authority',
  about: 'A certificate that ends soon, of an authority whose domain in CAA records is not known',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '@ CAA 0 issue "ca.example"')],
  mtas: { [at(101)]: polite(`mx1.${origin}`, { certificate: 'expires-soon' }) },
  verdict: ACCEPTED,
  must: [finding('tls.expires-soon', { days: 5 })],
  mustNot: ['tls.next-certificate-forbidden', 'tls.not-trusted'],
});
