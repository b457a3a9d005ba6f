import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mta-sts-web-certificate');
const origin = 'mta-sts-web-certificate.test';

export default scenario({
  name: 'mta-sts-web-certificate',
  about: 'An MTA-STS policy behind a certificate for another name',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '_mta-sts TXT "v=STSv1; id=20261130"', `mta-sts A ${at(151)}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  webs: {
    [at(151)]: {
      name: `mta-sts.${origin}`,
      certificate: 'other-name',
      body: `version: STSv1\nmode: enforce\nmx: mx1.${origin}\nmax_age: 604800\n`,
    },
  },
  verdict: ACCEPTED,
  must: [finding('mtasts.unreachable', { reason: 'certificate: ERR_TLS_CERT_ALTNAME_INVALID' })],
  mustNot: ['mtasts.invalid', 'mtasts.uncovered'],
});
