import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone, zoneWithMx } from '../scenario';

const at = block('dmarc-many-receivers');
const origin = 'dmarc-many-receivers.test';
const receivers = [1, 2, 3, 4, 5, 6].map((n) => `reports-to${n}.test`);

export default scenario({
  name: 'dmarc-many-receivers',
  about: 'A DMARC record whose reports go to six other domains, which do not say that they take them',
  target: `user@${origin}`,
  zones: [
    zoneWithMx(
      at,
      origin,
      `_dmarc TXT "v=DMARC1; p=none; rua=${receivers.map((one) => `mailto:a@${one}`).join(',')}"`,
    ),
    ...receivers.map((one) => zone(at, one)),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('dmarc.reports-not-taken', { targets: receivers.slice(0, 4) }),
    finding('check.limit-reached', { limit: 'report-receivers', count: 4, left: receivers.slice(4) }),
  ],
  mustNot: ['dmarc.unanswered'],
});
