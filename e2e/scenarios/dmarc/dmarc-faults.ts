import { publishes } from '../publishes';
import { finding } from '../scenario';

const origin = 'dmarc-faults.test';

export default publishes('dmarc-faults', {
  about: 'A DMARC record with old tags, wrong values and reports elsewhere',
  records: [
    '_dmarc TXT "v=DMARC1; p=quarantine; adkim=relaxed; pct=50; ri=86400; rua=mailto:reports@reports-nobody.test"',
  ],
  must: [
    finding('dmarc.faults', {
      at: origin,
      parts: ['adkim=relaxed'],
      record: 'v=DMARC1; p=quarantine; rua=mailto:reports@reports-nobody.test',
    }),
    finding('dmarc.former-tags', { parts: ['pct=50', 'ri=86400'] }),
    finding('dmarc.reports-not-taken', {
      targets: ['reports-nobody.test'],
      names: [`${origin}._report._dmarc.reports-nobody.test`],
    }),
  ],
  mustNot: ['dmarc.none', 'dmarc.invalid'],
});
