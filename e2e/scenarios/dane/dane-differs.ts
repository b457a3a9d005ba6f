import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, signedZone } from '../scenario';

const at = block('dane-differs');
const origin = 'dane-differs.test';

export default scenario({
  name: 'dane-differs',
  about: 'DANE: two addresses of an exchange, of which one shows what the TLSA record names',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, {}, `mx1 A ${at(102)}`, `_25._tcp.mx1 TLSA 3 1 1 {key of mx1.${origin}}`)],
  mtas: {
    [at(101)]: polite(`mx1.${origin}`),
    [at(102)]: polite(`mx1.${origin}`, { certificate: 'expires-soon' }),
  },
  verdict: ACCEPTED,
  must: [finding('dane.differs', { hosts: [`mx1.${origin}`], at: [`mx1.${origin} [${at(102)}]`] })],
  mustNot: ['dane.fits', 'dane.mismatch'],
});
