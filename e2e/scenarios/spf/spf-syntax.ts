import { publishes } from '../publishes';
import { finding } from '../scenario';

const origin = 'spf-syntax.test';

export default publishes('spf-syntax', {
  about: 'An SPF record with a term that there is not',
  records: ['@ TXT "v=spf1 mx ipv4:192.0.2.1 -all"'],
  says: [/ipv4:192\.0\.2\.1/],
  saysNot: [/but: the SPF/],
  must: [finding('spf.invalid', { domain: origin, at: origin, kind: 'syntax', term: 'ipv4:192.0.2.1' })],
  mustNot: ['spf.none', 'spf.too-many-lookups', 'spf.allows-everyone'],
});
