import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('dmarc-reports-elsewhere');
const origin = 'dmarc-reports-elsewhere.test';

export default scenario({
  name: 'dmarc-reports-elsewhere',
  about: 'DMARC reports go to two other domains, and one of them takes them',
  target: `user@${origin}`,
  zones: [
    zoneWithMx(
      at,
      origin,
      '_dmarc TXT "v=DMARC1; p=none; rua=mailto:us@no-reports.test,mailto:us@takes-reports.test"',
    ),
    {
      origin: 'takes-reports.test',
      servers: { 'ns1.takes-reports.test': [at(3)] },
      records: [`${origin}._report._dmarc TXT "v=DMARC1"`],
    },
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('dmarc.reports-not-taken', { targets: ['no-reports.test'], takers: ['takes-reports.test'] }),
  ],
  mustNot: ['dmarc.none', 'dmarc.invalid', 'dmarc.faults'],
});
