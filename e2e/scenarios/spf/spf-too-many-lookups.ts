import { publishes } from '../publishes';
import { finding } from '../scenario';

const origin = 'spf-too-many-lookups.test';

export default publishes('spf-too-many-lookups', {
  about: 'An SPF record with more lookups than are allowed',
  records: [
    `@ TXT "v=spf1 mx include:a.${origin} include:b.${origin} -all"`,
    `a TXT "v=spf1 a:mx1.${origin} a:mx1.${origin} a:mx1.${origin} a:mx1.${origin} a:mx1.${origin} -all"`,
    `b TXT "v=spf1 a:mx1.${origin} a:mx1.${origin} a:mx1.${origin} a:mx1.${origin} -all"`,
  ],
  must: [finding('spf.too-many-lookups', { domain: origin, count: 12, limit: 10, at: `b.${origin}` })],
  mustNot: ['spf.invalid', 'spf.void-lookups'],
});
