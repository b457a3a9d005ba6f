import { publishes } from '../publishes';
import { finding } from '../scenario';

const origin = 'spf-void-lookups.test';

export default publishes('spf-void-lookups', {
  about: 'An SPF record whose names are mostly gone',
  records: [`@ TXT "v=spf1 a:old1.${origin} a:old2.${origin} a:old3.${origin} mx -all"`],
  must: [finding('spf.void-lookups', { count: 3, limit: 2, term: `a:old3.${origin}` })],
  mustNot: ['spf.invalid', 'spf.too-many-lookups'],
});
