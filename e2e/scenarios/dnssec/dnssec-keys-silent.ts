import { block } from '../block';
import { ACCEPTED, finding, othersOf, polite, scenario, signedZone } from '../scenario';

const at = block('dnssec-keys-silent');
const origin = 'dnssec-keys-silent.test';

export default scenario({
  name: 'dnssec-keys-silent',
  about: 'Nobody answers the question for the keys',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, {})],
  behaviours: { [at(1)]: { how: 'silent', only: ['DNSKEY'] }, [at(2)]: { how: 'silent', only: ['DNSKEY'] } },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('dnssec.indeterminate', { zone: origin })],
  mustNot: othersOf('dnssec', 'dnssec.indeterminate'),
});
