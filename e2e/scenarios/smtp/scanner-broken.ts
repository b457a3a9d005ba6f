import { block } from '../block';
import { finding, forNow, polite, scenario, zoneWithMx } from '../scenario';

const at = block('scanner-broken');
const hosts = [`mx1.scanner-broken.test [${at(101)}]`];

export default scenario({
  name: 'scanner-broken',
  about: 'Takes no message, since its virus scanner does not answer',
  target: 'user@scanner-broken.test',
  zones: [zoneWithMx(at, 'scanner-broken.test')],
  mtas: {
    [at(101)]: polite('mx1.scanner-broken.test', { message: '451 4.3.0 Virus scanner not available' }),
  },
  depth: 'message',
  verdict: forNow('message', 'recipient'),
  must: [finding('smtp.trouble-for-now', { hosts, stage: 'message', code: 451 })],
  mustNot: ['smtp.sender-must-act-for-now', 'smtp.refused-for-now'],
});
