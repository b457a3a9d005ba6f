import { block } from '../block';
import { KEPT_BY_OTHERS, finding, polite, scenario, signedZone } from '../scenario';

const at = block('dane-unusable-no-tls');
const origin = 'dane-unusable-no-tls.test';

export default scenario({
  name: 'dane-unusable-no-tls',
  about: 'DANE: TLSA records that do not count demand TLS all the same, and there is no STARTTLS',
  target: `user@${origin}`,
  zones: [
    signedZone(
      at,
      origin,
      {},
      '_25._tcp.mx1 TLSA 1 1 1 abababababababababababababababababababababababababababababababab',
    ),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`, { certificate: 'none' }) },
  verdict: KEPT_BY_OTHERS,
  must: [finding('dane.no-tls', { hosts: [`mx1.${origin}`] })],
  mustNot: ['dane.fits', 'dane.mismatch', 'dane.unusable'],
});
