import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('closed-at-final-dot');
const hosts = [`mx1.closed-at-final-dot.test [${at(101)}]`];

export default scenario({
  name: 'closed-at-final-dot',
  about: 'Hears the whole message and hangs up',
  target: 'user@closed-at-final-dot.test',
  zones: [zoneWithMx(at, 'closed-at-final-dot.test')],
  mtas: { [at(101)]: scripted('mx1.closed-at-final-dot.test', { message: ['close'] }) },
  depth: 'message',
  asked: { [at(101)]: ['DATA', '.'] },
  verdict: forNow('message'),
  must: [finding('smtp.closed', { hosts, stage: 'message' })],
  mustNot: ['smtp.accepted', 'smtp.message-accepted', 'smtp.silent'],
});
