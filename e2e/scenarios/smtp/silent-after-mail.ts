import { block } from '../block';
import { finding, forNow, scenario, scripted, SILENCE_SECONDS, zoneWithMx } from '../scenario';

const at = block('silent-after-mail');
const hosts = [`mx1.silent-after-mail.test [${at(101)}]`];

export default scenario({
  name: 'silent-after-mail',
  about: 'Falls silent when it hears the sender',
  target: 'user@silent-after-mail.test',
  zones: [zoneWithMx(at, 'silent-after-mail.test')],
  mtas: { [at(101)]: scripted('mx1.silent-after-mail.test', { MAIL: ['silence'] }) },
  verdict: forNow('mail'),
  must: [finding('smtp.silent', { hosts, stage: 'mail', seconds: SILENCE_SECONDS, begun: '' })],
  mustNot: ['smtp.sender-refused', 'smtp.closed'],
});
