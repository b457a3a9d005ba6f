import { block } from '../block';
import { publishes } from '../publishes';
import { finding } from '../scenario';

const at = block('mta-sts-unreachable-moved');
const origin = 'mta-sts-unreachable-moved.test';

export default publishes('mta-sts-unreachable-moved', {
  about: 'An MTA-STS policy cannot be fetched, and the former one does not name the exchange',
  records: ['_mta-sts TXT "v=STSv1; id=20261130"', `mta-sts A ${at(151)}`],
  formerPolicy: { seenAt: '2026-11-20T12:00:00.000Z', mx: [`old.${origin}`], maxAgeSeconds: 2_592_000 },
  must: [
    finding('mtasts.unreachable', { reason: 'ECONNREFUSED' }),
    finding('mtasts.kept', { hosts: [`mx1.${origin}`], until: '2026-12-20', isGone: false }),
  ],
  saysNot: [/record is gone/],
  mustNot: ['mtasts.uncovered'],
});
