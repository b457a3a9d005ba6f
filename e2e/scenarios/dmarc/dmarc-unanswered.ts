import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('dmarc-unanswered');
const origin = 'dmarc-unanswered.test';

export default scenario({
  name: 'dmarc-unanswered',
  about: 'A DMARC record that is not to be had',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  behaviours: { [at(1)]: { failsFor: [`_dmarc.${origin}`] }, [at(2)]: { failsFor: [`_dmarc.${origin}`] } },
  verdict: ACCEPTED,
  must: [finding('dmarc.unanswered', { domain: origin, asked: [`_dmarc.${origin}`] })],
  mustNot: ['dmarc.none', 'dmarc.invalid', 'dns.failing'],
});
