import { publishesSts } from '../publishes';
import { finding } from '../scenario';

const origin = 'mta-sts-media-type.test';

export default publishesSts('mta-sts-media-type', {
  about: 'An MTA-STS policy that is served as a page',
  web: {
    body: `version: STSv1\nmode: enforce\nmx: mx1.${origin}\nmax_age: 604800\n`,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  },
  must: [finding('mtasts.media-type', { domain: origin, type: 'text/html; charset=utf-8' })],
  mustNot: ['mtasts.invalid', 'mtasts.unreachable', 'mtasts.uncovered'],
});
