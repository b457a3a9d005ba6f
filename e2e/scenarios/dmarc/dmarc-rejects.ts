import { publishes } from '../publishes';
import { othersOf } from '../scenario';

export default publishes('dmarc-rejects', {
  about: 'A DMARC record that asks for mail to be rejected',
  records: ['_dmarc TXT "v=DMARC1; p=reject; rua=mailto:dmarc@dmarc-rejects.test"'],
  must: [],
  mustNot: othersOf('dmarc'),
});
