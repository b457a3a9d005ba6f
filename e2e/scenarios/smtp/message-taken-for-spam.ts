import { block } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('message-taken-for-spam');
const origin = 'message-taken-for-spam.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'message-taken-for-spam',
  about: 'Takes the envelope and refuses the message as spam',
  target: `user@${origin}`,
  depth: 'message',
  zones: [zoneWithMx(at, origin)],
  mtas: { [at(101)]: polite(`mx1.${origin}`, { message: '554 5.7.1 Message looks like spam' }) },
  verdict: forGood('message', 'sender'),
  must: [finding('smtp.sender-must-act', { hosts, stage: 'message', category: 'spam-content' })],
  mustNot: ['smtp.message-accepted', 'smtp.refused'],
});
