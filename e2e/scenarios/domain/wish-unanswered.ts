import { block } from '../block';
import { ACCEPTED, polite, scenario, zoneWithMx } from '../scenario';

const at = block('wish-unanswered');
const origin = 'wish-unanswered.test';
const fails = { failsFor: [`_mxproof.${origin}`] };

export default scenario({
  name: 'wish-unanswered',
  about: 'Whether the domain wants to be contacted is answered with SERVFAIL, which is no wish',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  behaviours: { [at(1)]: fails, [at(2)]: fails },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [],
  mustNot: ['domain.asks-for-no-check', 'dns.failing', 'dns.server-unusable', 'check.not-contacted'],
});
