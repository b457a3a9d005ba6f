import { block } from '../block';
import { finding, forNow, scenario, scripted, SILENCE_SECONDS, zoneWithMx } from '../scenario';

const at = block('silent-after-data');
const hosts = [`mx1.silent-after-data.test [${at(101)}]`];

export default scenario({
  name: 'silent-after-data',
  about: 'Takes the recipient and falls silent at DATA',
  target: 'user@silent-after-data.test',
  zones: [zoneWithMx(at, 'silent-after-data.test')],
  mtas: { [at(101)]: scripted('mx1.silent-after-data.test', { DATA: ['silence'] }) },
  depth: 'message',
  verdict: forNow('data'),
  must: [finding('smtp.silent', { hosts, stage: 'data', seconds: SILENCE_SECONDS })],
  mustNot: ['smtp.accepted', 'smtp.message-accepted'],
});
