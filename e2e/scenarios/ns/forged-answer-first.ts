import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('forged-answer-first');
const origin = 'forged-answer-first.test';

export default scenario({
  name: 'forged-answer-first',
  about: 'A forged answer with a wrong id and another MX comes before the true one',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  behaviours: { [at(1)]: { forgesFirst: true }, [at(2)]: { forgesFirst: true } },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('ns.stray-answers', { zone: origin, server: `ns1.${origin}` })],
  mustNot: ['zone.answers-differ', 'dns.failing', 'ns.flaky'],
});
