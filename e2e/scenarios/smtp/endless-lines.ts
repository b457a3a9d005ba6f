import { block } from '../block';
import { finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('endless-lines');
const hosts = [`mx1.endless-lines.test [${at(101)}]`];

export default scenario({
  name: 'endless-lines',
  about: 'Answers EHLO with lines that never end',
  target: 'user@endless-lines.test',
  zones: [zoneWithMx(at, 'endless-lines.test')],
  mtas: { [at(101)]: scripted('mx1.endless-lines.test', { EHLO: [{ endless: '250-X-AND-SO-ON\r\n' }] }) },
  verdict: { outcome: 'unknown', side: 'unknown', permanence: null, stage: 'ehlo' },
  must: [finding('smtp.too-much', { hosts, stage: 'ehlo' })],
  mustNot: ['smtp.silent', 'smtp.accepted'],
});
