import { publishes } from '../publishes';
import { othersOf } from '../scenario';

export default publishes('spf-ten-lookups', {
  about: 'An SPF record with as many lookups as are allowed',
  records: [`@ TXT "v=spf1 ${'mx '.repeat(10)}-all"`],
  must: [],
  mustNot: othersOf('spf'),
});
