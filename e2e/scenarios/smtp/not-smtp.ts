import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('not-smtp');
const hosts = [`mx1.not-smtp.test [${at(101)}]`];

export default scenario({
  name: 'not-smtp',
  about: 'Another service listens on the mail port',
  target: 'user@not-smtp.test',
  zones: [zoneWithMx(at, 'not-smtp.test')],
  mtas: { [at(101)]: scripted('mx1.not-smtp.test', { greeting: ['SSH-2.0-OpenSSH_9.2p1 Debian-2'] }) },
  verdict: forNow('greeting', 'recipient'),
  must: [
    finding('smtp.protocol-error', {
      hosts,
      stage: 'greeting',
      detail: 'a line does not begin with a reply code and a space or hyphen',
    }),
  ],
  mustNot: ['smtp.silent-greeting', 'smtp.closed'],
});
