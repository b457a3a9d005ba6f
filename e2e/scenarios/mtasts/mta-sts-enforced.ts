import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mta-sts-enforced');
const origin = 'mta-sts-enforced.test';

export default scenario({
  name: 'mta-sts-enforced',
  about: 'MTA-STS, enforced and met',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '_mta-sts TXT "v=STSv1; id=20261130"', `mta-sts A ${at(151)}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  webs: {
    [at(151)]: {
      name: `mta-sts.${origin}`,
      body: `version: STSv1\nmode: enforce\nmx: *.${origin}\nmax_age: 604800\n`,
    },
  },
  quiet: true,
  verdict: ACCEPTED,
  must: [finding('mtasts.enforced', { domain: origin, days: 7 })],
  mustNot: ['mtasts.uncovered', 'mtasts.certificate', 'mtasts.unreachable', 'mtasts.invalid'],
});
