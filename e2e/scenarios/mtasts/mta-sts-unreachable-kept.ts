import { block } from '../block';
import { publishes } from '../publishes';
import { finding } from '../scenario';

const at = block('mta-sts-unreachable-kept');
const origin = 'mta-sts-unreachable-kept.test';

export default publishes('mta-sts-unreachable-kept', {
  about: 'An MTA-STS policy cannot be fetched, and the former one is met',
  records: ['_mta-sts TXT "v=STSv1; id=20261130"', `mta-sts A ${at(151)}`],
  formerPolicy: { seenAt: '2026-11-20T12:00:00.000Z', mx: [`*.${origin}`], maxAgeSeconds: 2_592_000 },
  must: [finding('mtasts.unreachable', { reason: 'ECONNREFUSED' })],
  mustNot: ['mtasts.kept', 'mtasts.uncovered'],
});
