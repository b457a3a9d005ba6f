import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('endless-bytes');
const hosts = [`mx1.endless-bytes.test [${at(101)}]`];

export default scenario({
  name: 'endless-bytes',
  about: 'Greets with a line that never ends',
  target: 'user@endless-bytes.test',
  zones: [zoneWithMx(at, 'endless-bytes.test')],
  mtas: { [at(101)]: scripted('mx1.endless-bytes.test', { greeting: [{ endless: '220 x' }] }) },
  verdict: forNow('greeting', 'recipient'),
  must: [
    finding('smtp.protocol-error', { hosts, stage: 'greeting', detail: 'a line of more than 4096 octets' }),
  ],
  mustNot: ['smtp.silent-greeting', 'smtp.accepted'],
});
