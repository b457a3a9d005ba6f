import { publishes } from '../publishes';
import { finding, othersOf } from '../scenario';

const origin = 'spf-neutral-all.test';

export default publishes('spf-neutral-all', {
  about: 'An SPF record that says ?all',
  records: ['@ TXT "v=spf1 mx ?all"'],
  must: [finding('spf.neutral', { domain: origin, at: origin, term: '?all', record: 'v=spf1 mx ?all' })],
  mustNot: othersOf('spf', 'spf.neutral'),
});
