import { block } from '../block';
import { ACCEPTED, finding, othersOf, polite, scenario, signedZone } from '../scenario';

const at = block('dnssec-without-edns');
const origin = 'dnssec-without-edns.test';

export default scenario({
  name: 'dnssec-without-edns',
  about: 'A filter drops questions with EDNS, so that nobody gets the signatures',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, {})],
  behaviours: { [at(1)]: { how: 'drop-edns' }, [at(2)]: { how: 'drop-edns' } },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('dnssec.indeterminate', { zone: origin, reason: 'without-edns' }),
    finding('ns.edns-dropped', {}),
  ],
  mustNot: othersOf('dnssec', 'dnssec.indeterminate'),
});
