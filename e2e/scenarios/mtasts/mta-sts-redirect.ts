import { publishesSts } from '../publishes';
import { finding } from '../scenario';

export default publishesSts('mta-sts-redirect', {
  about: 'An MTA-STS policy behind a redirect',
  web: {
    body: '',
    status: 301,
    headers: { location: 'https://127.0.0.1/' },
  },
  must: [finding('mtasts.unreachable', { reason: 'redirect' })],
  mustNot: ['mtasts.invalid', 'mtasts.enforced'],
});
