import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mta-sts-removed');
const origin = 'mta-sts-removed.test';

export default scenario({
  name: 'mta-sts-removed',
  about: 'An enforced MTA-STS policy was removed, and its exchange has moved: who has a copy keeps the mail',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  formerPolicy: { seenAt: '2026-11-20T12:00:00.000Z', mx: [`old.${origin}`], maxAgeSeconds: 2_592_000 },
  verdict: ACCEPTED,
  must: [
    finding('mtasts.kept', {
      seen: '2026-11-20',
      until: '2026-12-20',
      isGone: true,
      hosts: [`mx1.${origin}`],
    }),
  ],
  mustNot: ['mtasts.unreachable', 'mtasts.uncovered', 'mtasts.enforced'],
});
