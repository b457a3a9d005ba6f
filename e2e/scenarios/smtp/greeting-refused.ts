import { block } from '../block';
import { finding, forGood, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('greeting-refused');
const hosts = [`mx1.greeting-refused.test [${at(101)}]`];

export default scenario({
  name: 'greeting-refused',
  about: 'Greets with 554 and tells no reason',
  target: 'user@greeting-refused.test',
  zones: [zoneWithMx(at, 'greeting-refused.test')],
  mtas: {
    [at(101)]: scripted('mx1.greeting-refused.test', { greeting: ['554 5.7.1 Access denied'] }),
  },
  verdict: forGood('greeting', 'unknown'),
  says: [/comes back, at once or after some days/, /Postfix and Exim try the next mail server/],
  saysNot: [/comes back at once|returns the message at once and does not try again/],
  must: [finding('smtp.greeting-refused', { hosts, reply: '554 5.7.1 Access denied', code: 554 })],
  mustNot: ['smtp.mailbox-unknown', 'smtp.busy', 'smtp.blocklisted', 'smtp.not-accepting-mail'],
});
