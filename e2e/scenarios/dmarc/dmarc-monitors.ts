import { publishes } from '../publishes';
import { othersOf } from '../scenario';

export default publishes('dmarc-monitors', {
  about: 'A DMARC record that only collects reports',
  records: ['_dmarc TXT "v=DMARC1; p=none; rua=mailto:dmarc@dmarc-monitors.test"'],
  must: [],
  mustNot: othersOf('dmarc'),
});
