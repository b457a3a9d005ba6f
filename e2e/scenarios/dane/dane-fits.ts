import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, signedZone } from '../scenario';

const at = block('dane-fits');
const origin = 'dane-fits.test';

export default scenario({
  name: 'dane-fits',
  about: 'DANE: the TLSA record names what is served',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, {}, `_25._tcp.mx1 TLSA 3 1 1 {key of mx1.${origin}}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  quiet: true,
  verdict: ACCEPTED,
  must: [finding('dane.fits', { hosts: [`mx1.${origin}`] })],
  mustNot: ['dane.mismatch', 'dane.ignored', 'dane.unusable', 'dane.unanswered', 'dane.no-tls'],
});
