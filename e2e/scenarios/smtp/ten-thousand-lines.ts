import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('ten-thousand-lines');
const hosts = [`mx1.ten-thousand-lines.test [${at(101)}]`];
const bytes = Buffer.from('220-mx1.ten-thousand-lines.test\r\n'.repeat(10_000));

export default scenario({
  name: 'ten-thousand-lines',
  about: 'Greets with ten thousand lines',
  target: 'user@ten-thousand-lines.test',
  zones: [zoneWithMx(at, 'ten-thousand-lines.test')],
  mtas: { [at(101)]: scripted('mx1.ten-thousand-lines.test', { greeting: [{ bytes }, '220 done'] }) },
  verdict: forNow('greeting', 'recipient'),
  must: [
    finding('smtp.protocol-error', { hosts, stage: 'greeting', detail: 'a reply of more than 256 lines' }),
  ],
  mustNot: ['smtp.silent-greeting', 'smtp.accepted'],
});
