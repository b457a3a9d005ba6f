import { block } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mailbox-unknown');
const hosts = [`mx1.mailbox-unknown.test [${at(101)}]`];
const reply = '550 5.1.1 <nobody@mailbox-unknown.test>: Recipient address rejected: User unknown';

export default scenario({
  name: 'mailbox-unknown',
  about: 'The server knows no such mailbox: 550 5.1.1',
  target: 'nobody@mailbox-unknown.test',
  zones: [zoneWithMx(at, 'mailbox-unknown.test')],
  mtas: {
    [at(101)]: polite('mx1.mailbox-unknown.test', { recipients: { 'nobody@mailbox-unknown.test': reply } }),
  },
  asked: { [at(101)]: ['MAIL FROM:<postmaster@probe.example>', 'RCPT TO:<nobody@mailbox-unknown.test>'] },
  verdict: forGood('rcpt'),
  must: [
    finding('smtp.mailbox-unknown', {
      hosts,
      recipient: 'nobody@mailbox-unknown.test',
      reply,
      code: 550,
      enhanced: '5.1.1',
      elsewhere: false,
    }),
  ],
  mustNot: ['smtp.recipient-refused', 'smtp.accepted'],
});
