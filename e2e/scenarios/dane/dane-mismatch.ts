import { block } from '../block';
import { KEPT_BY_OTHERS, finding, polite, scenario, signedZone } from '../scenario';

const at = block('dane-mismatch');
const origin = 'dane-mismatch.test';

export default scenario({
  name: 'dane-mismatch',
  about: 'DANE: the TLSA record names another certificate; Microsoft 365 and others keep the mail',
  target: `user@${origin}`,
  zones: [
    signedZone(
      at,
      origin,
      {},
      '_25._tcp.mx1 TLSA 3 1 1 abababababababababababababababababababababababababababababababab',
    ),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  says: [
    /Microsoft 365/,
    /^Accepted: .*, but senders that enforce DANE keep the mail\.$/m,
    /some large providers check more than this test does, and cannot deliver/,
  ],
  saysNot: [/spam folder/, /usage 2/],
  verdict: KEPT_BY_OTHERS,
  must: [
    finding('dane.mismatch', {
      hosts: [`mx1.${origin}`],
      records: ['3 1 1 abababababababababababababababababababababababababababababababab'],
    }),
  ],
  mustNot: ['dane.fits', 'dane.unusable'],
});
