import { block } from '../block';
import { ACCEPTED, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mta-sts-mode-none');
const origin = 'mta-sts-mode-none.test';

export default scenario({
  name: 'mta-sts-mode-none',
  about: 'An MTA-STS policy that says there is none any more, with line ends of Unix',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '_mta-sts TXT "v=STSv1; id=20261130"', `mta-sts A ${at(151)}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  webs: {
    [at(151)]: {
      name: `mta-sts.${origin}`,
      body: `version: STSv1\nmode: none\nmax_age: 86400\n`,
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
