import { block } from '../block';
import { ACCEPTED, finding, othersOf, polite, scenario, signedZone } from '../scenario';

const at = block('dnssec-unknown-algorithm');
const origin = 'dnssec-unknown-algorithm.test';

export default scenario({
  name: 'dnssec-unknown-algorithm',
  about: 'Signed with an algorithm that resolvers no longer trust',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, { algorithm: 5 })],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('dnssec.unknown-algorithm', { zone: origin, algorithms: ['RSASHA1'] })],
  mustNot: othersOf('dnssec', 'dnssec.unknown-algorithm'),
});
