import { block } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('sender-denied');
const hosts = [`mx1.sender-denied.test [${at(101)}]`];

export default scenario({
  name: 'sender-denied',
  about: 'Refuses our sender and does not say why',
  target: 'user@sender-denied.test',
  zones: [zoneWithMx(at, 'sender-denied.test')],
  mtas: { [at(101)]: polite('mx1.sender-denied.test', { sender: '550 5.7.1 Access denied' }) },
  verdict: forGood('mail', 'unknown'),
  must: [finding('smtp.sender-refused', { hosts, reply: '550 5.7.1 Access denied', code: 550 })],
  mustNot: ['smtp.sender-must-act', 'smtp.mailbox-unknown'],
});
