import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mta-sts-web-self-signed');
const origin = 'mta-sts-web-self-signed.test';

export default scenario({
  name: 'mta-sts-web-self-signed',
  about: 'An MTA-STS policy behind a self-signed certificate',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '_mta-sts TXT "v=STSv1; id=20261130"', `mta-sts A ${at(151)}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  webs: {
    [at(151)]: {
      name: `mta-sts.${origin}`,
      body: `version: STSv1\nmode: enforce\nmx: mx1.${origin}\nmax_age: 604800\n`,
      certificate: 'self-signed',
    },
  },
  verdict: ACCEPTED,
  must: [finding('mtasts.unreachable', { reason: 'certificate: DEPTH_ZERO_SELF_SIGNED_CERT' })],
  mustNot: ['mtasts.invalid', 'mtasts.uncovered'],
});
