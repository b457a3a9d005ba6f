import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mta-sts-private');
const origin = 'mta-sts-private.test';

export default scenario({
  name: 'mta-sts-private',
  about: 'An MTA-STS policy at an address that is none of the internet',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '_mta-sts TXT "v=STSv1; id=20261130"', 'mta-sts A 169.254.169.254')],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  says: [/its address is none of the public internet/],
  must: [finding('mtasts.unreachable', { reason: 'blocked' })],
  mustNot: ['mtasts.invalid', 'mtasts.enforced'],
});
