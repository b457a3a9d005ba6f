import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, signedZone } from '../scenario';

const at = block('dane-other-exchange');
const origin = 'dane-other-exchange.test';

export default scenario({
  name: 'dane-other-exchange',
  about: 'DANE: two exchanges, of which the TLSA record of one names another certificate',
  target: `user@${origin}`,
  zones: [
    signedZone(
      at,
      origin,
      {},
      '@ MX 20 mx2',
      `mx2 A ${at(102)}`,
      '_25._tcp.mx1 TLSA 3 1 1 abababababababababababababababababababababababababababababababab',
      `_25._tcp.mx2 TLSA 3 1 1 {key of mx2.${origin}}`,
    ),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`), [at(102)]: polite(`mx2.${origin}`) },
  verdict: ACCEPTED,
  says: [/go on to the other exchanges/],
  saysNot: [/defer the mail/, /keep the mail/, /cannot deliver/],
  must: [
    finding('dane.mismatch', { hosts: [`mx1.${origin}`], isMxSigned: true, hasOther: true }),
    finding('dane.fits', { hosts: [`mx2.${origin}`] }),
  ],
  mustNot: ['dane.differs', 'dane.ignored'],
});
