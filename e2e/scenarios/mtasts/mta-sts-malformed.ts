import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mta-sts-malformed');
const origin = 'mta-sts-malformed.test';

export default scenario({
  name: 'mta-sts-malformed',
  about: 'An MTA-STS policy with a mode that there is not, and without an age',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '_mta-sts TXT "v=STSv1; id=20261130"', `mta-sts A ${at(151)}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  webs: {
    [at(151)]: {
      name: `mta-sts.${origin}`,
      body: `version: STSv1\nmode: strict\nmx: mx1.${origin}\n`,
    },
  },
  verdict: ACCEPTED,
  must: [finding('mtasts.invalid', { part: 'policy', what: 'mode', line: 'strict', also: ['max-age'] })],
  mustNot: ['mtasts.unreachable', 'mtasts.enforced'],
});
