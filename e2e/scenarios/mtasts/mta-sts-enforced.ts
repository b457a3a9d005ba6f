import { publishesSts } from '../publishes';
import { finding } from '../scenario';

const origin = 'mta-sts-enforced.test';

export default publishesSts('mta-sts-enforced', {
  about: 'MTA-STS, enforced and met',
  web: {
    body: `version: STSv1\nmode: enforce\nmx: *.${origin}\nmax_age: 604800\n`,
  },
  quiet: true,
  must: [finding('mtasts.enforced', { domain: origin, days: 7 })],
  mustNot: ['mtasts.uncovered', 'mtasts.certificate', 'mtasts.unreachable', 'mtasts.invalid'],
});
