import { block } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('blocklisted');
const hosts = [`mx1.blocklisted.test [${at(101)}]`];

export default scenario({
  name: 'blocklisted',
  about: 'Our address is on a blocklist: 554 5.7.1',
  target: 'user@blocklisted.test',
  zones: [zoneWithMx(at, 'blocklisted.test')],
  mtas: {
    [at(101)]: polite('mx1.blocklisted.test', {
      recipients: { '*': '554 5.7.1 Client host blocked using zen.spamhaus.org' },
    }),
  },
  verdict: forGood('rcpt', 'sender'),
  must: [
    finding('smtp.blocklisted', {
      hosts,
      reply: '554 5.7.1 Client host blocked using zen.spamhaus.org',
      code: 554,
      enhanced: '5.7.1',
      blocklist: 'zen.spamhaus.org',
    }),
  ],
  mustNot: ['smtp.mailbox-unknown', 'smtp.recipient-refused'],
});
