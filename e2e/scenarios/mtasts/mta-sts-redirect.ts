import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mta-sts-redirect');
const origin = 'mta-sts-redirect.test';

export default scenario({
  name: 'mta-sts-redirect',
  about: 'An MTA-STS policy behind a redirect',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '_mta-sts TXT "v=STSv1; id=20261130"', `mta-sts A ${at(151)}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  webs: {
    [at(151)]: {
      name: `mta-sts.${origin}`,
      body: '',
      status: 301,
      headers: { location: 'https://127.0.0.1/' },
    },
  },
  verdict: ACCEPTED,
  must: [finding('mtasts.unreachable', { reason: 'redirect' })],
  mustNot: ['mtasts.invalid', 'mtasts.enforced'],
});
