import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('silent-after-rcpt');
const hosts = [`mx1.silent-after-rcpt.test [${at(101)}]`];

export default scenario({
  name: 'silent-after-rcpt',
  about: 'Falls silent when it hears the recipient',
  target: 'user@silent-after-rcpt.test',
  zones: [zoneWithMx(at, 'silent-after-rcpt.test')],
  mtas: { [at(101)]: scripted('mx1.silent-after-rcpt.test', { RCPT: ['silence'] }) },
  verdict: forNow('rcpt'),
  must: [finding('smtp.silent', { hosts, stage: 'rcpt' })],
  mustNot: ['smtp.silent-greeting', 'smtp.mailbox-unknown', 'smtp.closed'],
});
