import { block } from '../block';
import { finding, forNow, scenario, scripted, SILENCE_SECONDS, zoneWithMx } from '../scenario';

const at = block('silent-after-ehlo');
const hosts = [`mx1.silent-after-ehlo.test [${at(101)}]`];

export default scenario({
  name: 'silent-after-ehlo',
  about: 'Greets, and says nothing to EHLO',
  target: 'user@silent-after-ehlo.test',
  zones: [zoneWithMx(at, 'silent-after-ehlo.test')],
  mtas: { [at(101)]: scripted('mx1.silent-after-ehlo.test', { EHLO: ['silence'] }) },
  verdict: forNow('ehlo'),
  must: [finding('smtp.silent', { hosts, stage: 'ehlo', seconds: SILENCE_SECONDS, begun: '' })],
  mustNot: ['smtp.silent-greeting', 'smtp.helo-only', 'tls.not-offered'],
});
