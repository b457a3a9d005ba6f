import { block } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('loops-back');
const hosts = [`mx1.loops-back.test [${at(101)}]`];

export default scenario({
  name: 'loops-back',
  about: 'The exchange has no other next host than itself',
  target: 'user@loops-back.test',
  zones: [zoneWithMx(at, 'loops-back.test')],
  mtas: {
    [at(101)]: polite('mx1.loops-back.test', {
      recipients: { '*': '554 5.4.6 Error: mail for loops-back.test loops back to myself' },
    }),
  },
  verdict: forGood('rcpt'),
  must: [finding('smtp.loops-back', { hosts, stage: 'rcpt' })],
  mustNot: ['smtp.recipient-refused', 'smtp.mailbox-unknown', 'smtp.relay-denied'],
});
