import { publishes } from '../publishes';
import { finding } from '../scenario';

const origin = 'spf-eleven-lookups.test';

export default publishes('spf-eleven-lookups', {
  about: 'An SPF record with one lookup more than is allowed, all in itself',
  records: [`@ TXT "v=spf1 ${'mx '.repeat(11)}-all"`],
  must: [finding('spf.too-many-lookups', { domain: origin, count: 11, limit: 10, at: origin })],
  mustNot: ['spf.invalid', 'spf.void-lookups'],
});
