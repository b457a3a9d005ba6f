import { publishesSts } from '../publishes';
import { finding } from '../scenario';

const origin = 'mta-sts-malformed.test';

export default publishesSts('mta-sts-malformed', {
  about: 'An MTA-STS policy with a mode that there is not, and without an age',
  web: {
    body: `version: STSv1\nmode: strict\nmx: mx1.${origin}\n`,
  },
  must: [finding('mtasts.invalid', { part: 'policy', what: 'mode', line: 'strict', also: ['max-age'] })],
  mustNot: ['mtasts.unreachable', 'mtasts.enforced'],
});
