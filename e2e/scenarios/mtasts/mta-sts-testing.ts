import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mta-sts-testing');
const origin = 'mta-sts-testing.test';

export default scenario({
  name: 'mta-sts-testing',
  about: 'The same while the policy is being tested',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '_mta-sts TXT "v=STSv1; id=20261130"', `mta-sts A ${at(151)}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  webs: {
    [at(151)]: {
      name: `mta-sts.${origin}`,
      body: `version: STSv1\nmode: testing\nmx: mx.old.${origin}\nmax_age: 604800\n`,
    },
  },
  saysNot: [/keeps the mail/],
  verdict: ACCEPTED,
  must: [finding('mtasts.uncovered', { mode: 'testing' })],
  mustNot: ['mtasts.enforced'],
});
