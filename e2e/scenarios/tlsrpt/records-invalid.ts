import { publishes } from '../publishes';
import { finding } from '../scenario';

const origin = 'records-invalid.test';

export default publishes('records-invalid', {
  about: 'Records for TLS reports and a logo that are not valid',
  records: [
    '_smtp._tls TXT "v=TLSRPTv1; rua=nobody"',
    'default._bimi TXT "v=BIMI1; l=http://example.test/logo.svg"',
  ],
  says: [
    /What is wrong: rua has something that is no address/,
    /What is wrong: l= is no address that begins/,
  ],
  saysNot: [/bad-rua|bad-logo/],
  must: [
    finding('tlsrpt.invalid', { domain: origin, what: 'bad-rua' }),
    finding('bimi.invalid', { at: origin, what: 'bad-logo' }),
  ],
  mustNot: ['mtasts.invalid', 'bimi.not-shown'],
});
