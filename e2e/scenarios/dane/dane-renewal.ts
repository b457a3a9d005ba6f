import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, signedZone } from '../scenario';

const at = block('dane-renewal');
const origin = 'dane-renewal.test';

export default scenario({
  name: 'dane-renewal',
  about: 'DANE: the certificate ends soon, and no record names the next key',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, {}, `_25._tcp.mx1 TLSA 3 1 1 {key soon over of mx1.${origin}}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`, { certificate: 'expires-soon' }) },
  verdict: ACCEPTED,
  must: [finding('dane.renewal', { host: `mx1.${origin}`, names: 'key' }), finding('dane.fits', {})],
  mustNot: ['dane.mismatch', 'dane.differs'],
});
