import { block } from '../block';
import { finding, forNow, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mailbox-full');
const hosts = [`mx1.mailbox-full.test [${at(101)}]`];

export default scenario({
  name: 'mailbox-full',
  about: 'Cannot take the mail for now: 452 4.2.2',
  target: 'user@mailbox-full.test',
  zones: [zoneWithMx(at, 'mailbox-full.test')],
  mtas: { [at(101)]: polite('mx1.mailbox-full.test', { recipients: { '*': '452 4.2.2 Mailbox full' } }) },
  verdict: forNow('rcpt', 'recipient'),
  must: [
    finding('smtp.mailbox-full-for-now', {
      hosts,
      reply: '452 4.2.2 Mailbox full',
      code: 452,
      enhanced: '4.2.2',
    }),
  ],
  mustNot: ['smtp.greylisted', 'smtp.mailbox-unknown'],
});
