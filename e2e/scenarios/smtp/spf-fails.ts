import { block } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('spf-fails');
const hosts = [`mx1.spf-fails.test [${at(101)}]`];

export default scenario({
  name: 'spf-fails',
  about: 'SPF did not pass, it says',
  target: 'user@spf-fails.test',
  zones: [zoneWithMx(at, 'spf-fails.test')],
  mtas: {
    [at(101)]: polite('mx1.spf-fails.test', {
      recipients: { '*': '550 5.7.23 Message rejected: SPF fail, not authorized' },
    }),
  },
  verdict: forGood('rcpt', 'sender'),
  must: [finding('smtp.sender-must-act', { hosts, stage: 'rcpt', category: 'auth-failed' })],
  mustNot: ['smtp.recipient-refused', 'smtp.blocklisted'],
});
