import { block } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mailbox-full-for-good');
const hosts = [`mx1.mailbox-full-for-good.test [${at(101)}]`];

export default scenario({
  name: 'mailbox-full-for-good',
  about: 'The mailbox is full, said with 552: senders bounce',
  target: 'user@mailbox-full-for-good.test',
  zones: [zoneWithMx(at, 'mailbox-full-for-good.test')],
  mtas: {
    [at(101)]: polite('mx1.mailbox-full-for-good.test', { recipients: { '*': '552 5.2.2 Mailbox full' } }),
  },
  verdict: forGood('rcpt'),
  must: [finding('smtp.mailbox-full', { hosts, recipient: 'user@mailbox-full-for-good.test', code: 552 })],
  mustNot: ['smtp.recipient-refused', 'smtp.mailbox-unknown'],
});
