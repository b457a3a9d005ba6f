import { publishes } from '../publishes';
import { finding } from '../scenario';

const origin = 'spf-look-alike.test';

const text = 'v=spf1; mx -all';

export default publishes('spf-look-alike', {
  about: 'A TXT record with a semicolon where SPF wants a space',
  records: [`@ TXT "${text}"`, '@ TXT "some-service=verified"'],
  must: [finding('spf.look-alike', { domain: origin, text, record: 'v=spf1 mx -all' })],
  mustNot: ['spf.none', 'spf.former-type', 'spf.invalid', 'dmarc.look-alike'],
  once: ['spf.look-alike'],
});
