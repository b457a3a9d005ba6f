import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('dane-unsigned');
const origin = 'dane-unsigned.test';

export default scenario({
  name: 'dane-unsigned',
  about: 'TLSA records in a zone that is not signed',
  target: `user@${origin}`,
  zones: [
    zoneWithMx(
      at,
      origin,
      '_25._tcp.mx1 TLSA 3 1 1 abababababababababababababababababababababababababababababababab',
    ),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('dane.ignored', { hosts: [`mx1.${origin}`] })],
  mustNot: ['dane.fits', 'dane.mismatch', 'dane.unanswered'],
});
