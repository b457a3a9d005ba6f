import { block } from '../block';
import { finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('endless-bytes');
const hosts = [`mx1.endless-bytes.test [${at(101)}]`];

export default scenario({
  name: 'endless-bytes',
  about: 'Greets with a line that never ends',
  target: 'user@endless-bytes.test',
  zones: [zoneWithMx(at, 'endless-bytes.test')],
  mtas: { [at(101)]: scripted('mx1.endless-bytes.test', { greeting: [{ endless: '220 x' }] }) },
  verdict: { outcome: 'unknown', side: 'unknown', permanence: null, stage: 'greeting' },
  must: [finding('smtp.too-much', { hosts, stage: 'greeting' })],
  mustNot: ['smtp.silent-greeting', 'smtp.long-line', 'smtp.accepted'],
});
