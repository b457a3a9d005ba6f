import { block } from '../block';
import { finding, forNow, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mailbox-full-briefly');

export default scenario({
  name: 'mailbox-full-briefly',
  about: 'The same server says 452 for 4 seconds and takes the mail afterwards: ask for the retest',
  target: 'user@mailbox-full-briefly.test',
  zones: [zoneWithMx(at, 'mailbox-full-briefly.test')],
  mtas: { [at(101)]: polite('mx1.mailbox-full-briefly.test', { fullSeconds: 4 }) },
  verdict: forNow('rcpt', 'recipient'),
  must: [
    finding('smtp.mailbox-full-for-now', {
      hosts: [`mx1.mailbox-full-briefly.test [${at(101)}]`],
      reply: '452 4.2.2 <user@mailbox-full-briefly.test>: Mailbox full, try again in 4 seconds',
      code: 452,
      enhanced: '4.2.2',
    }),
  ],
  mustNot: ['smtp.greylisted', 'smtp.accepted'],
});
