import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mta-sts-unanswered');
const origin = 'mta-sts-unanswered.test';
const fails = { failsFor: [`_mta-sts.${origin}`] };

export default scenario({
  name: 'mta-sts-unanswered',
  about: 'Name servers that fail for the MTA-STS record',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  behaviours: { [at(1)]: fails, [at(2)]: fails },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('mtasts.unanswered', { domain: origin })],
  mustNot: ['mtasts.unreachable', 'mtasts.invalid', 'dns.failing'],
});
