import { publishes } from '../publishes';
import { finding } from '../scenario';

const origin = 'dkim-keys.test';

export default publishes('dkim-keys', {
  about: 'DKIM keys: one too short, one revoked, one broken, one missing',
  records: [
    'weak._domainkey TXT "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB"',
    'gone._domainkey TXT "v=DKIM1; p="',
    'broken._domainkey TXT "v=DKIM1; k=rsa; p=AAAA"',
  ],
  selectors: ['weak', 'gone', 'broken', 'none'],
  must: [
    finding('dkim.weak', { name: `weak._domainkey.${origin}`, bits: 1024 }),
    finding('dkim.revoked', { name: `gone._domainkey.${origin}` }),
    finding('dkim.invalid', { name: `broken._domainkey.${origin}`, what: 'bad-key' }),
    finding('dkim.none', { name: `none._domainkey.${origin}` }),
  ],
  mustNot: ['spf.invalid'],
});
