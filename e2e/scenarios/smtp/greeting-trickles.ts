import { block } from '../block';
import { finding, forNow, scenario, scripted, SILENCE_SECONDS, zoneWithMx } from '../scenario';

const at = block('greeting-trickles');
const hosts = [`mx1.greeting-trickles.test [${at(101)}]`];
const octets = Array.from('220', (one) => [{ bytes: Buffer.from(one) }, { waitMs: 500 }]).flat();

export default scenario({
  name: 'greeting-trickles',
  about: 'Greets octet by octet, so slowly that the greeting is not whole in time',
  target: 'user@greeting-trickles.test',
  zones: [zoneWithMx(at, 'greeting-trickles.test')],
  mtas: { [at(101)]: scripted('mx1.greeting-trickles.test', { greeting: [...octets, 'silence'] }) },
  verdict: forNow('greeting'),
  must: [finding('smtp.silent-greeting', { hosts, seconds: SILENCE_SECONDS, begun: '220' })],
  mustNot: ['smtp.protocol-error', 'smtp.silent'],
});
