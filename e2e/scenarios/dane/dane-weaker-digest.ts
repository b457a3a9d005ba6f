import { block } from '../block';
import { KEPT_BY_OTHERS, finding, polite, scenario, signedZone } from '../scenario';

const at = block('dane-weaker-digest');
const origin = 'dane-weaker-digest.test';

export default scenario({
  name: 'dane-weaker-digest',
  about: 'DANE: a TLSA record that fits, beside one with a stronger digest that does not',
  target: `user@${origin}`,
  zones: [
    signedZone(
      at,
      origin,
      {},
      `_25._tcp.mx1 TLSA 3 1 1 {key of mx1.${origin}}`,
      `_25._tcp.mx1 TLSA 3 1 2 ${'ab'.repeat(64)}`,
    ),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: KEPT_BY_OTHERS,
  must: [finding('dane.mismatch', { hosts: [`mx1.${origin}`], isMxSigned: true })],
  mustNot: ['dane.fits', 'dane.differs'],
});
