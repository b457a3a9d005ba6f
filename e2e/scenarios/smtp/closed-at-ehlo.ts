import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('closed-at-ehlo');
const hosts = [`mx1.closed-at-ehlo.test [${at(101)}]`];

export default scenario({
  name: 'closed-at-ehlo',
  about: 'Greets, and hangs up when it hears our name',
  target: 'user@closed-at-ehlo.test',
  zones: [zoneWithMx(at, 'closed-at-ehlo.test')],
  mtas: { [at(101)]: scripted('mx1.closed-at-ehlo.test', { EHLO: ['close'] }) },
  asked: { [at(101)]: ['EHLO probe.example'] },
  verdict: forNow('ehlo'),
  must: [finding('smtp.closed', { hosts, stage: 'ehlo', wasReset: false })],
  mustNot: ['smtp.helo-only', 'smtp.protocol-error', 'tls.not-offered'],
});
