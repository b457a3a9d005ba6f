import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('closed-at-rcpt');
const hosts = [`mx1.closed-at-rcpt.test [${at(101)}]`];

export default scenario({
  name: 'closed-at-rcpt',
  about: 'Breaks the connection when it hears the recipient',
  target: 'user@closed-at-rcpt.test',
  zones: [zoneWithMx(at, 'closed-at-rcpt.test')],
  mtas: { [at(101)]: scripted('mx1.closed-at-rcpt.test', { RCPT: ['reset'] }) },
  asked: { [at(101)]: ['RCPT TO:<user@closed-at-rcpt.test>'] },
  verdict: forNow('rcpt'),
  must: [finding('smtp.closed', { hosts, stage: 'rcpt', wasReset: true })],
  mustNot: ['smtp.mailbox-unknown', 'smtp.recipient-refused', 'tcp.reset'],
});
