import { publishes } from '../publishes';
import { finding } from '../scenario';

const origin = 'dmarc-several.test';

export default publishes('dmarc-several', {
  about: 'Two DMARC records, and nobody applies either',
  records: ['_dmarc TXT "v=DMARC1; p=reject"', '_dmarc TXT "v=DMARC1; p=none"'],
  must: [
    finding('dmarc.invalid', { domain: origin, at: origin, kind: 'several', kept: 'v=DMARC1; p=reject' }),
  ],
  mustNot: ['dmarc.none', 'dmarc.faults'],
});
