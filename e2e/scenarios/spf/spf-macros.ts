import { publishes } from '../publishes';
import { othersOf } from '../scenario';

export default publishes('spf-macros', {
  about: 'An SPF record whose terms depend on the sender',
  records: [
    '@ TXT "v=spf1 exists:%{i}._spf.%{d} include:%{d2}.hosts.spf-macros.test -all"',
    'spf-macros.test.hosts TXT "v=spf1 ip4:192.0.2.0/24 -all"',
  ],
  must: [],
  mustNot: othersOf('spf'),
});
