import { publishes } from '../publishes';
import { finding } from '../scenario';

const origin = 'spf-allows-everyone.test';

export default publishes('spf-allows-everyone', {
  about: 'An SPF record that lets everybody send',
  records: ['@ TXT "v=spf1 mx +all"'],
  must: [finding('spf.allows-everyone', { domain: origin, term: '+all', at: origin })],
  mustNot: ['spf.invalid', 'spf.none'],
});
