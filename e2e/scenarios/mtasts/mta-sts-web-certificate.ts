import { publishesSts } from '../publishes';
import { finding } from '../scenario';

const origin = 'mta-sts-web-certificate.test';

export default publishesSts('mta-sts-web-certificate', {
  about: 'An MTA-STS policy behind a certificate for another name',
  web: {
    certificate: 'other-name',
    body: `version: STSv1\nmode: enforce\nmx: mx1.${origin}\nmax_age: 604800\n`,
  },
  must: [finding('mtasts.unreachable', { reason: 'certificate: ERR_TLS_CERT_ALTNAME_INVALID' })],
  mustNot: ['mtasts.invalid', 'mtasts.uncovered'],
});
