import { block } from '../block';
import { ACCEPTED, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mta-sts-tested');
const origin = 'mta-sts-tested.test';

export default scenario({
  name: 'mta-sts-tested',
  about: 'An MTA-STS policy that is being tested, and met',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '_mta-sts TXT "v=STSv1; id=20261130"', `mta-sts A ${at(151)}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  webs: {
    [at(151)]: {
      name: `mta-sts.${origin}`,
      body: `version: STSv1\r\nmode: testing\r\nmx: mx1.${origin}\r\nmax_age: 604800\r\n`,
    },
  },
  verdict: ACCEPTED,
  must: [],
  mustNot: [
    'mtasts.uncovered',
    'mtasts.certificate',
    'mtasts.unreachable',
    'mtasts.invalid',
    'mtasts.enforced',
  ],
});
