import { block } from '../block';
import { ACCEPTED, finding, othersOf, polite, scenario, signedZone } from '../scenario';

const at = block('dnssec-nsec3');
const origin = 'dnssec-nsec3.test';

export default scenario({
  name: 'dnssec-nsec3',
  about: 'Signed with NSEC3, and ECDSA keys',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, { denial: 'nsec3', algorithm: 13 })],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  quiet: true,
  verdict: ACCEPTED,
  must: [finding('dnssec.proven', { domain: origin, zones: ['.', 'test', origin] })],
  mustNot: othersOf('dnssec', 'dnssec.proven'),
});
