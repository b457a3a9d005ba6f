import { publishes } from '../publishes';
import { finding } from '../scenario';

const origin = 'spf-former-type.test';

const record = 'v=spf1 mx -all';

export default publishes('spf-former-type', {
  about: 'An SPF record of the former type alone, which nobody asks for',
  records: [`@ SPF "${record}"`],
  must: [finding('spf.former-type', { domain: origin, record })],
  mustNot: ['spf.none', 'spf.invalid', 'spf.unanswered'],
});
