import { publishes } from '../publishes';
import { finding, othersOf } from '../scenario';

const origin = 'spf-no-all.test';

export default publishes('spf-no-all', {
  about: 'An SPF record without a last word',
  records: ['@ TXT "v=spf1 mx"'],
  must: [finding('spf.neutral', { domain: origin, at: origin, term: '', record: 'v=spf1 mx' })],
  mustNot: othersOf('spf', 'spf.neutral'),
});
