import { publishes } from '../publishes';
import { finding } from '../scenario';

const origin = 'dmarc-asks-nothing.test';

export default publishes('dmarc-asks-nothing', {
  about: 'A DMARC record with a policy that there is not',
  records: ['_dmarc TXT "v=DMARC1; p=block"'],
  must: [finding('dmarc.invalid', { at: origin, kind: 'nothing', kept: '' })],
  mustNot: ['dmarc.none'],
});
