import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('closed-at-data');
const hosts = [`mx1.closed-at-data.test [${at(101)}]`];

export default scenario({
  name: 'closed-at-data',
  about: 'Takes the recipient and hangs up at DATA',
  target: 'user@closed-at-data.test',
  zones: [zoneWithMx(at, 'closed-at-data.test')],
  mtas: { [at(101)]: scripted('mx1.closed-at-data.test', { DATA: ['close'] }) },
  depth: 'message',
  verdict: forNow('data'),
  must: [finding('smtp.closed', { hosts, stage: 'data' })],
  mustNot: ['smtp.accepted', 'smtp.message-accepted'],
});
