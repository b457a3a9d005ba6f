import { block } from '../block';
import { ACCEPTED, finding, othersOf, polite, scenario, signedZone } from '../scenario';

const at = block('dnssec-secure');
const origin = 'dnssec-secure.test';

export default scenario({
  name: 'dnssec-secure',
  about: 'Signed with DNSSEC from the root to the addresses',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, {})],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  quiet: true,
  verdict: ACCEPTED,
  must: [finding('dnssec.proven', { domain: origin, zones: ['.', 'test', origin] })],
  mustNot: othersOf('dnssec', 'dnssec.proven'),
});
