import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('silent-greeting');
const hosts = [`mx1.silent-greeting.test [${at(101)}]`];

export default scenario({
  name: 'silent-greeting',
  about: 'Takes the connection and never says a word',
  target: 'user@silent-greeting.test',
  zones: [zoneWithMx(at, 'silent-greeting.test')],
  mtas: { [at(101)]: scripted('mx1.silent-greeting.test', { greeting: ['silence'] }) },
  verdict: forNow('greeting'),
  must: [finding('smtp.silent-greeting', { hosts, elsewhere: false })],
  mustNot: ['tcp.timed-out', 'smtp.silent', 'smtp.closed', 'tls.not-offered'],
});
