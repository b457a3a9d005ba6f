import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, signedZone } from '../scenario';

const at = block('dane-renewal-prepared');
const origin = 'dane-renewal-prepared.test';

export default scenario({
  name: 'dane-renewal-prepared',
  about: 'DANE: the certificate ends soon, and a record names the next key',
  target: `user@${origin}`,
  zones: [
    signedZone(
      at,
      origin,
      {},
      `_25._tcp.mx1 TLSA 3 1 1 {key soon over of mx1.${origin}}`,
      `_25._tcp.mx1 TLSA 3 1 1 ${'5'.repeat(64)}`,
    ),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`, { certificate: 'expires-soon' }) },
  verdict: ACCEPTED,
  must: [finding('tls.expires-soon', { days: 5 }), finding('dane.fits', {})],
  mustNot: ['dane.renewal', 'dane.mismatch'],
});
