import { block } from '../block';
import { finding, forGood, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('unknown-after-final-dot');
const hosts = [`mx1.unknown-after-final-dot.test [${at(101)}]`];

export default scenario({
  name: 'unknown-after-final-dot',
  about: 'Takes every recipient, and says only after the message that it does not exist',
  target: 'user@unknown-after-final-dot.test',
  zones: [zoneWithMx(at, 'unknown-after-final-dot.test')],
  mtas: { [at(101)]: scripted('mx1.unknown-after-final-dot.test', { message: ['550 5.1.1 User unknown'] }) },
  depth: 'message',
  verdict: forGood('message'),
  must: [finding('smtp.mailbox-unknown', { hosts, stage: 'message', code: 550, enhanced: '5.1.1' })],
  mustNot: ['smtp.accepted', 'smtp.message-accepted'],
});
