import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('busy');
const hosts = [`mx1.busy.test [${at(101)}]`];

export default scenario({
  name: 'busy',
  about: 'Greets with 421: too busy',
  target: 'user@busy.test',
  zones: [zoneWithMx(at, 'busy.test')],
  mtas: { [at(101)]: scripted('mx1.busy.test', { greeting: ['421 4.3.2 Too many connections', 'close'] }) },
  verdict: forNow('greeting', 'recipient'),
  must: [
    finding('smtp.busy', { hosts, stage: 'greeting', reply: '421 4.3.2 Too many connections', code: 421 }),
  ],
  mustNot: ['smtp.greeting-refused', 'smtp.closed', 'tls.not-offered'],
});
