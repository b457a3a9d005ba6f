import { block } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('recipient-refused');
const hosts = [`mx1.recipient-refused.test [${at(101)}]`];

export default scenario({
  name: 'recipient-refused',
  about: 'Refuses the recipient for a reason of its own: 550 5.7.1',
  target: 'user@recipient-refused.test',
  zones: [zoneWithMx(at, 'recipient-refused.test')],
  mtas: {
    [at(101)]: polite('mx1.recipient-refused.test', {
      recipients: { '*': '550 5.7.1 Message refused by policy' },
    }),
  },
  verdict: forGood('rcpt'),
  must: [
    finding('smtp.recipient-refused', {
      hosts,
      recipient: 'user@recipient-refused.test',
      reply: '550 5.7.1 Message refused by policy',
      code: 550,
      enhanced: '5.7.1',
    }),
  ],
  mustNot: ['smtp.mailbox-unknown'],
});
