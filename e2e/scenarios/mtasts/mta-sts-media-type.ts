import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mta-sts-media-type');
const origin = 'mta-sts-media-type.test';

export default scenario({
  name: 'mta-sts-media-type',
  about: 'An MTA-STS policy that is served as a page',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '_mta-sts TXT "v=STSv1; id=20261130"', `mta-sts A ${at(151)}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  webs: {
    [at(151)]: {
      name: `mta-sts.${origin}`,
      body: `version: STSv1\nmode: enforce\nmx: mx1.${origin}\nmax_age: 604800\n`,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    },
  },
  verdict: ACCEPTED,
  must: [finding('mtasts.media-type', { domain: origin, type: 'text/html; charset=utf-8' })],
  mustNot: ['mtasts.invalid', 'mtasts.unreachable', 'mtasts.uncovered'],
});
