import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('message-accepted');
const hosts = [`mx1.message-accepted.test [${at(101)}]`];

export default scenario({
  name: 'message-accepted',
  about: 'Takes the whole message and names its queue id',
  target: 'user@message-accepted.test',
  zones: [zoneWithMx(at, 'message-accepted.test')],
  mtas: { [at(101)]: scripted('mx1.message-accepted.test', {}) },
  depth: 'message',
  verdict: { ...ACCEPTED, stage: 'message' },
  must: [
    finding('smtp.message-accepted', {
      hosts,
      recipient: 'user@message-accepted.test',
      queueId: '4T7xYz0abc',
    }),
  ],
  mustNot: ['smtp.accepted'],
});
