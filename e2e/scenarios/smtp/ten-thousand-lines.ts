import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('ten-thousand-lines');
const hosts = [`mx1.ten-thousand-lines.test [${at(101)}]`];
const bytes = Buffer.from('220-mx1\r\n'.repeat(10_000));

export default scenario({
  name: 'ten-thousand-lines',
  about: 'Greets with ten thousand lines, which senders read to their end',
  target: 'user@ten-thousand-lines.test',
  zones: [zoneWithMx(at, 'ten-thousand-lines.test')],
  mtas: { [at(101)]: scripted('mx1.ten-thousand-lines.test', { greeting: [{ bytes }, '220 done'] }) },
  verdict: ACCEPTED,
  must: [finding('smtp.accepted', { hosts })],
  mustNot: ['smtp.silent-greeting', 'smtp.too-much', 'smtp.protocol-error'],
});
