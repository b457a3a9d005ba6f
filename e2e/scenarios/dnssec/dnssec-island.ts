import { block } from '../block';
import { ACCEPTED, finding, othersOf, polite, scenario, signedZone } from '../scenario';

const at = block('dnssec-island');
const origin = 'dnssec-island.test';

export default scenario({
  name: 'dnssec-island',
  about: 'The zone is signed, and the registry names no key',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, { wrong: 'no-ds' })],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('dnssec.island', { zone: origin })],
  mustNot: othersOf('dnssec', 'dnssec.island'),
});
