import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mta-sts-unreachable-kept');
const origin = 'mta-sts-unreachable-kept.test';

export default scenario({
  name: 'mta-sts-unreachable-kept',
  about: 'An MTA-STS policy cannot be fetched, and the former one is met',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '_mta-sts TXT "v=STSv1; id=20261130"', `mta-sts A ${at(151)}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  formerPolicy: { seenAt: '2026-11-20T12:00:00.000Z', mx: [`*.${origin}`], maxAgeSeconds: 2_592_000 },
  verdict: ACCEPTED,
  must: [finding('mtasts.unreachable', { reason: 'ECONNREFUSED' })],
  mustNot: ['mtasts.kept', 'mtasts.uncovered'],
});
