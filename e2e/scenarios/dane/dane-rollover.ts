import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, signedZone } from '../scenario';

const at = block('dane-rollover');
const origin = 'dane-rollover.test';

export default scenario({
  name: 'dane-rollover',
  about: 'DANE: two TLSA records, of which one names what is served',
  target: `user@${origin}`,
  zones: [
    signedZone(
      at,
      origin,
      {},
      '_25._tcp.mx1 TLSA 3 1 1 abababababababababababababababababababababababababababababababab',
      `_25._tcp.mx1 TLSA 3 1 1 {key of mx1.${origin}}`,
    ),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  quiet: true,
  verdict: ACCEPTED,
  must: [finding('dane.fits', { hosts: [`mx1.${origin}`] })],
  mustNot: ['dane.mismatch'],
});
