import { publishesSts } from '../publishes';
import { finding } from '../scenario';

const origin = 'mta-sts-testing.test';

export default publishesSts('mta-sts-testing', {
  about: 'The same while the policy is being tested',
  web: {
    body: `version: STSv1\nmode: testing\nmx: mx.old.${origin}\nmax_age: 604800\n`,
  },
  saysNot: [/keeps the mail/],
  must: [finding('mtasts.uncovered', { mode: 'testing' })],
  mustNot: ['mtasts.enforced'],
});
