import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mta-sts-excluded');
const origin = 'mta-sts-excluded.test';

export default scenario({
  name: 'mta-sts-excluded',
  about: 'An MTA-STS policy at a server that the operator never contacts: nothing is said of it',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '_mta-sts TXT "v=STSv1; id=20261130"', `mta-sts A ${at(151)}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  neverContact: { networks: [`${at(151)}/32`] },
  notAsked: [at(151)],
  verdict: ACCEPTED,
  must: [finding('smtp.accepted', {})],
  mustNot: ['mtasts.unreachable', 'mtasts.invalid', 'mtasts.enforced'],
});
