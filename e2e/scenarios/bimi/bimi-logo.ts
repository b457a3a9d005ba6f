import { publishes } from '../publishes';

export default publishes('bimi-logo', {
  about: 'A BIMI record with a logo, and a DMARC policy that lets it be shown',
  records: [
    '_dmarc TXT "v=DMARC1; p=reject"',
    'default._bimi TXT "v=BIMI1; l=https://example.test/logo.svg"',
  ],
  must: [],
  mustNot: ['bimi.invalid', 'bimi.not-shown'],
});
