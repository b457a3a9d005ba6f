import { publishes } from '../publishes';
import { othersOf } from '../scenario';

export default publishes('spf-two-lookups', {
  about: 'A valid SPF record with two lookups',
  records: ['@ TXT "v=spf1 a mx -all"'],
  must: [],
  mustNot: othersOf('spf'),
});
