import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('caa-forbids-renewal');
const origin = 'caa-forbids-renewal.test';

export default scenario({
  name: 'caa-forbids-renewal',
  about: 'A certificate that ends soon, and CAA records that let nobody issue the next one',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '@ CAA 0 issue ";"')],
  mtas: { [at(101)]: polite(`mx1.${origin}`, { certificate: 'expires-soon' }) },
  verdict: ACCEPTED,
  must: [
    finding('tls.next-certificate-forbidden', {
      host: `mx1.${origin}`,
      at: origin,
      allowed: [],
      authority: '',
    }),
  ],
  mustNot: ['tls.not-trusted'],
});
