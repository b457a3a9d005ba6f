import { publishesSts } from '../publishes';
import { finding } from '../scenario';

const origin = 'mta-sts-endless.test';

export default publishesSts('mta-sts-endless', {
  about: 'An MTA-STS policy without an end',
  web: {
    body: `version: STSv1\nmode: enforce\nmx: mx1.${origin}\nmax_age: 604800\n`,
    isEndless: true,
  },
  must: [finding('mtasts.unreachable', { reason: 'too-large' })],
  mustNot: ['mtasts.invalid', 'mtasts.enforced'],
});
