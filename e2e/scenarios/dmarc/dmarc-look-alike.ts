import { publishes } from '../publishes';
import { finding } from '../scenario';

const origin = 'dmarc-look-alike.test';

const text = 'v=DMARC1 p=reject';

export default publishes('dmarc-look-alike', {
  about: 'A DMARC record without its semicolons',
  records: [`_dmarc TXT "${text}"`],
  must: [
    finding('dmarc.look-alike', {
      domain: origin,
      at: origin,
      text,
      record: 'v=DMARC1; p=reject',
      from: '',
    }),
  ],
  mustNot: ['dmarc.none', 'dmarc.invalid', 'spf.look-alike'],
});
