import { publishesSts } from '../publishes';
import { finding } from '../scenario';

const origin = 'mta-sts-web-self-signed.test';

export default publishesSts('mta-sts-web-self-signed', {
  about: 'An MTA-STS policy behind a self-signed certificate',
  web: {
    body: `version: STSv1\nmode: enforce\nmx: mx1.${origin}\nmax_age: 604800\n`,
    certificate: 'self-signed',
  },
  must: [finding('mtasts.unreachable', { reason: 'certificate: DEPTH_ZERO_SELF_SIGNED_CERT' })],
  mustNot: ['mtasts.invalid', 'mtasts.uncovered'],
});
