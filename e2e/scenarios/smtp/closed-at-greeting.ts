import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('closed-at-greeting');
const hosts = [`mx1.closed-at-greeting.test [${at(101)}]`];

export default scenario({
  name: 'closed-at-greeting',
  about: 'Takes the connection and closes it before a word',
  target: 'user@closed-at-greeting.test',
  zones: [zoneWithMx(at, 'closed-at-greeting.test')],
  mtas: { [at(101)]: scripted('mx1.closed-at-greeting.test', { greeting: ['close'] }) },
  verdict: forNow('greeting'),
  must: [finding('smtp.closed', { hosts, stage: 'greeting', wasReset: false, elsewhere: false })],
  mustNot: ['smtp.silent-greeting', 'tcp.reset', 'tcp.refused', 'tls.not-offered'],
});
