import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mta-sts-endless');
const origin = 'mta-sts-endless.test';

export default scenario({
  name: 'mta-sts-endless',
  about: 'An MTA-STS policy without an end',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '_mta-sts TXT "v=STSv1; id=20261130"', `mta-sts A ${at(151)}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  webs: {
    [at(151)]: {
      name: `mta-sts.${origin}`,
      body: `version: STSv1\nmode: enforce\nmx: mx1.${origin}\nmax_age: 604800\n`,
      isEndless: true,
    },
  },
  verdict: ACCEPTED,
  must: [finding('mtasts.unreachable', { reason: 'too-large' })],
  mustNot: ['mtasts.invalid', 'mtasts.enforced'],
});
