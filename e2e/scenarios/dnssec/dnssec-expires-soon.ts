import { block } from '../block';
import { ACCEPTED, finding, othersOf, polite, scenario, signedZone } from '../scenario';

const at = block('dnssec-expires-soon');
const origin = 'dnssec-expires-soon.test';

export default scenario({
  name: 'dnssec-expires-soon',
  about: 'Signatures that end within a day: the signer has stopped',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, { validDays: [-13, 1] })],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('dnssec.expires-soon', { zone: origin, hours: 23 }), finding('dnssec.proven', {})],
  mustNot: othersOf('dnssec', 'dnssec.expires-soon', 'dnssec.proven'),
});
