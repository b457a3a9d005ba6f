import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('endless-lines');
const hosts = [`mx1.endless-lines.test [${at(101)}]`];

export default scenario({
  name: 'endless-lines',
  about: 'Answers EHLO with lines that never end',
  target: 'user@endless-lines.test',
  zones: [zoneWithMx(at, 'endless-lines.test')],
  mtas: { [at(101)]: scripted('mx1.endless-lines.test', { EHLO: [{ endless: '250-X-AND-SO-ON\r\n' }] }) },
  verdict: forNow('ehlo', 'recipient'),
  must: [finding('smtp.protocol-error', { hosts, stage: 'ehlo', detail: 'a reply of more than 256 lines' })],
  mustNot: ['smtp.silent', 'smtp.accepted'],
});
