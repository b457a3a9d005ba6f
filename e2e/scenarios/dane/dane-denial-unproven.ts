import { block } from '../block';
import { KEPT_BY_OTHERS, finding, polite, scenario, signedZone } from '../scenario';

const at = block('dane-denial-unproven');
const origin = 'dane-denial-unproven.test';

export default scenario({
  name: 'dane-denial-unproven',
  about:
    'DANE: signed addresses, and nothing proves that there are no TLSA records; resolvers refuse the answer',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, { wrong: 'no-denial' }, `mx1 AAAA 2001:db8::25`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: KEPT_BY_OTHERS,
  must: [finding('dane.unanswered', { hosts: [`mx1.${origin}`] })],
  mustNot: ['dane.fits', 'dane.mismatch'],
});
