import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('spf-unanswered');
const origin = 'spf-unanswered.test';

export default scenario({
  name: 'spf-unanswered',
  about: 'An SPF record whose include is not to be had',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, `@ TXT "v=spf1 include:spf.${origin} -all"`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  behaviours: { [at(1)]: { failsFor: [`spf.${origin}`] }, [at(2)]: { failsFor: [`spf.${origin}`] } },
  verdict: ACCEPTED,
  must: [finding('spf.unanswered', { domain: origin, at: `spf.${origin}` })],
  mustNot: ['spf.invalid', 'spf.none', 'dns.failing'],
});
