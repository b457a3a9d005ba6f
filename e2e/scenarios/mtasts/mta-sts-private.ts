import { publishes } from '../publishes';
import { finding } from '../scenario';

export default publishes('mta-sts-private', {
  about: 'An MTA-STS policy at an address that is none of the internet',
  records: ['_mta-sts TXT "v=STSv1; id=20261130"', 'mta-sts A 169.254.169.254'],
  says: [/its address is none of the public internet/],
  must: [finding('mtasts.unreachable', { reason: 'blocked' })],
  mustNot: ['mtasts.invalid', 'mtasts.enforced'],
});
