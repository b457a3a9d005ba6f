import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mta-sts-removed-early');
const origin = 'mta-sts-removed-early.test';

export default scenario({
  name: 'mta-sts-removed-early',
  about: 'An enforced MTA-STS policy was removed before its age ended, and is still met',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  formerPolicy: { seenAt: '2026-11-20T12:00:00.000Z', mx: [`*.${origin}`], maxAgeSeconds: 2_592_000 },
  verdict: ACCEPTED,
  must: [finding('mtasts.kept', { seen: '2026-11-20', until: '2026-12-20', isGone: true, hosts: [] })],
  mustNot: ['mtasts.unreachable', 'mtasts.uncovered'],
});
