import { publishes } from '../publishes';
import { finding } from '../scenario';

const origin = 'bimi-not-shown.test';

export default publishes('bimi-not-shown', {
  about: 'A BIMI record with a logo, and a DMARC policy that asks for nothing',
  records: ['_dmarc TXT "v=DMARC1; p=none"', 'default._bimi TXT "v=BIMI1; l=https://example.test/logo.svg"'],
  must: [finding('bimi.not-shown', { domain: origin, parts: [`p=none (${origin})`] })],
  mustNot: ['bimi.invalid'],
});
