import { publishesSts } from '../publishes';
import { finding } from '../scenario';

const origin = 'mta-sts-invalid.test';

export default publishesSts('mta-sts-invalid', {
  about: 'An MTA-STS policy with a mode that there is not',
  web: {
    body: `version: STSv1\nmode: enforced\nmx: mx1.${origin}\nmax_age: 604800\n`,
  },
  must: [finding('mtasts.invalid', { part: 'policy', what: 'mode', line: 'enforced' })],
  mustNot: ['mtasts.unreachable', 'mtasts.enforced'],
});
