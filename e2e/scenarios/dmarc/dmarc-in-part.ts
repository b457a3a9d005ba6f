import { publishes } from '../publishes';
import { finding, othersOf } from '../scenario';

const origin = 'dmarc-in-part.test';

export default publishes('dmarc-in-part', {
  about: 'A DMARC record of RFC 7489 for half of the mail, and weaker below the domain',
  records: ['_dmarc TXT "v=DMARC1; p=quarantine; sp=none; pct=50"'],
  must: [
    finding('dmarc.subdomains', { at: origin, p: 'quarantine', parts: ['sp=none'] }),
    finding('dmarc.former-tags', { parts: ['pct=50'] }),
  ],
  mustNot: othersOf('dmarc', 'dmarc.subdomains', 'dmarc.former-tags'),
});
