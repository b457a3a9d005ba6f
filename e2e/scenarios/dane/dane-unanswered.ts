import { block } from '../block';
import { KEPT_BY_OTHERS, finding, polite, scenario, signedZone } from '../scenario';

const at = block('dane-unanswered');
const origin = 'dane-unanswered.test';

export default scenario({
  name: 'dane-unanswered',
  about: 'DANE: signed addresses, and no answer about TLSA; senders that go by DANE wait',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, {})],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  behaviours: {
    [at(1)]: { failsFor: [`_tcp.mx1.${origin}`] },
    [at(2)]: { failsFor: [`_tcp.mx1.${origin}`] },
  },
  verdict: KEPT_BY_OTHERS,
  must: [finding('dane.unanswered', { hosts: [`mx1.${origin}`] })],
  mustNot: ['dane.fits', 'dane.mismatch', 'dns.failing'],
});
