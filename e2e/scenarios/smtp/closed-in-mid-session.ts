import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('closed-in-mid-session');
const hosts = [`mx1.closed-in-mid-session.test [${at(101)}]`];

export default scenario({
  name: 'closed-in-mid-session',
  about: 'Hangs up when it hears the sender',
  target: 'user@closed-in-mid-session.test',
  zones: [zoneWithMx(at, 'closed-in-mid-session.test')],
  mtas: { [at(101)]: scripted('mx1.closed-in-mid-session.test', { MAIL: ['close'] }) },
  asked: { [at(101)]: ['EHLO probe.example', 'MAIL FROM:<postmaster@probe.example>'] },
  verdict: forNow('mail'),
  must: [finding('smtp.closed', { hosts, stage: 'mail' })],
  mustNot: ['smtp.sender-refused', 'smtp.silent', 'tcp.reset'],
});
