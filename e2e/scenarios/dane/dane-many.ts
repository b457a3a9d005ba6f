import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, signedZone } from '../scenario';

const at = block('dane-many');
const origin = 'dane-many.test';
const others = Array.from({ length: 150 }, (_, n) => n.toString(16).padStart(64, '0'));

export default scenario({
  name: 'dane-many',
  about: 'DANE: more TLSA records than Postfix reads',
  target: `user@${origin}`,
  zones: [
    signedZone(
      at,
      origin,
      {},
      `_25._tcp.mx1 TLSA 3 1 1 {key of mx1.${origin}}`,
      ...others.map((digest) => `_25._tcp.mx1 TLSA 3 1 1 ${digest}`),
    ),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('dane.many', { hosts: [`mx1.${origin}`], count: 151, limit: 100 })],
  mustNot: ['dane.fits', 'dane.mismatch', 'dane.differs'],
});
