import { block } from '../block';
import { finding, forNow, polite, scenario, zoneWithMx } from '../scenario';

const at = block('blocklisted-for-now');
const hosts = [`mx1.blocklisted-for-now.test [${at(101)}]`];

export default scenario({
  name: 'blocklisted-for-now',
  about: 'Our address is on a blocklist, for now: 450',
  target: 'user@blocklisted-for-now.test',
  zones: [zoneWithMx(at, 'blocklisted-for-now.test')],
  mtas: {
    [at(101)]: polite('mx1.blocklisted-for-now.test', {
      recipients: { '*': '450 4.7.1 Client host [198.51.100.9] blocked using zen.spamhaus.org' },
    }),
  },
  verdict: forNow('rcpt', 'sender'),
  must: [
    finding('smtp.blocklisted-for-now', { hosts, blocklist: 'zen.spamhaus.org', address: '198.51.100.9' }),
  ],
  mustNot: ['smtp.refused-for-now', 'smtp.blocklisted'],
});
