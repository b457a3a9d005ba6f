import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mta-sts-not-found');
const origin = 'mta-sts-not-found.test';

export default scenario({
  name: 'mta-sts-not-found',
  about: 'An MTA-STS record without its policy file',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '_mta-sts TXT "v=STSv1; id=20261130"', `mta-sts A ${at(151)}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  webs: {
    [at(151)]: {
      name: `mta-sts.${origin}`,
      body: '',
      status: 404,
    },
  },
  verdict: ACCEPTED,
  must: [finding('mtasts.unreachable', { reason: 'status 404' })],
  mustNot: ['mtasts.invalid', 'mtasts.enforced'],
});
