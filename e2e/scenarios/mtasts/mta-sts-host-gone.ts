import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mta-sts-host-gone');
const origin = 'mta-sts-host-gone.test';

export default scenario({
  name: 'mta-sts-host-gone',
  about: 'An MTA-STS record, and a policy host that does not exist',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '_mta-sts TXT "v=STSv1; id=20261130"')],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('mtasts.unreachable', { reason: 'no-address' })],
  mustNot: ['mtasts.invalid', 'mtasts.enforced'],
});
