import { publishes } from '../publishes';
import { finding } from '../scenario';

export default publishes('mta-sts-host-gone', {
  about: 'An MTA-STS record, and a policy host that does not exist',
  records: ['_mta-sts TXT "v=STSv1; id=20261130"'],
  must: [finding('mtasts.unreachable', { reason: 'no-address' })],
  mustNot: ['mtasts.invalid', 'mtasts.enforced'],
});
