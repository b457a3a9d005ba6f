import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, signedZone } from '../scenario';

const at = block('dane-unusable');
const origin = 'dane-unusable.test';

export default scenario({
  name: 'dane-unusable',
  about: 'DANE: TLSA records that do not count for SMTP',
  target: `user@${origin}`,
  zones: [
    signedZone(
      at,
      origin,
      {},
      '_25._tcp.mx1 TLSA 1 1 1 abababababababababababababababababababababababababababababababab',
    ),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('dane.unusable', { hosts: [`mx1.${origin}`] })],
  mustNot: ['dane.fits', 'dane.mismatch'],
});
