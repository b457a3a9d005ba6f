import { block } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('sender-refused');
const hosts = [`mx1.sender-refused.test [${at(101)}]`];

export default scenario({
  name: 'sender-refused',
  about: 'Refuses our sender: 550 5.1.8',
  target: 'user@sender-refused.test',
  zones: [zoneWithMx(at, 'sender-refused.test')],
  mtas: {
    [at(101)]: polite('mx1.sender-refused.test', {
      sender: '550 5.1.8 Sender address rejected: Domain not found',
    }),
  },
  verdict: forGood('mail', 'sender'),
  must: [
    finding('smtp.sender-must-act', {
      stage: 'mail',
      category: 'sender-rejected',
      hosts,
      reply: '550 5.1.8 Sender address rejected: Domain not found',
      code: 550,
      enhanced: '5.1.8',
    }),
  ],
  mustNot: ['smtp.mailbox-unknown', 'smtp.recipient-refused'],
});
