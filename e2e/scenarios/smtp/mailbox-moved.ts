import { block } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mailbox-moved');
const origin = 'mailbox-moved.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'mailbox-moved',
  about: 'The mailbox has another address now: 551',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: {
    [at(101)]: polite(`mx1.${origin}`, {
      recipients: { '*': '551 5.1.6 User not local; please try <jo@elsewhere.example>' },
    }),
  },
  verdict: forGood('rcpt'),
  must: [finding('smtp.moved', { hosts, newAddress: 'jo@elsewhere.example' })],
  mustNot: ['smtp.recipient-refused', 'smtp.mailbox-unknown'],
});
