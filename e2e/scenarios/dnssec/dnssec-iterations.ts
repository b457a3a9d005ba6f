import { block } from '../block';
import { ACCEPTED, finding, othersOf, polite, scenario, signedZone } from '../scenario';

const at = block('dnssec-iterations');
const origin = 'dnssec-iterations.test';

export default scenario({
  name: 'dnssec-iterations',
  about: 'NSEC3 with so many rounds that nobody checks them',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, { denial: 'nsec3', iterations: 500 })],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('dnssec.too-many-iterations', { zone: origin, answers: [`mx1.${origin} AAAA`] })],
  mustNot: othersOf('dnssec', 'dnssec.too-many-iterations'),
});
