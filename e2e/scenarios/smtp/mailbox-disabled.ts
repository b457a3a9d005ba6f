import { block } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mailbox-disabled');
const hosts = [`mx1.mailbox-disabled.test [${at(101)}]`];

export default scenario({
  name: 'mailbox-disabled',
  about: 'The mailbox is switched off: 550 5.2.1',
  target: 'user@mailbox-disabled.test',
  zones: [zoneWithMx(at, 'mailbox-disabled.test')],
  mtas: {
    [at(101)]: polite('mx1.mailbox-disabled.test', {
      recipients: { '*': '550 5.2.1 This account has been deactivated' },
    }),
  },
  verdict: forGood('rcpt', 'recipient'),
  must: [
    finding('smtp.mailbox-disabled', {
      hosts,
      reply: '550 5.2.1 This account has been deactivated',
      code: 550,
      enhanced: '5.2.1',
    }),
  ],
  mustNot: ['smtp.mailbox-unknown', 'smtp.recipient-refused'],
});
