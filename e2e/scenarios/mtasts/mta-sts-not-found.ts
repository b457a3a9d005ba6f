import { publishesSts } from '../publishes';
import { finding } from '../scenario';

export default publishesSts('mta-sts-not-found', {
  about: 'An MTA-STS record without its policy file',
  web: {
    body: '',
    status: 404,
  },
  must: [finding('mtasts.unreachable', { reason: 'status 404' })],
  mustNot: ['mtasts.invalid', 'mtasts.enforced'],
});
