import { publishes } from '../publishes';
import { othersOf } from '../scenario';

export default publishes('spf-redirect', {
  about: 'An SPF record that redirects to another',
  records: ['@ TXT "v=spf1 redirect=_spf.spf-redirect.test"', '_spf TXT "v=spf1 ip4:192.0.2.0/24 -all"'],
  must: [],
  mustNot: othersOf('spf'),
});
