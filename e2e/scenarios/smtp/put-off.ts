import { block } from '../block';
import { finding, forNow, polite, scenario, zoneWithMx } from '../scenario';

const at = block('put-off');
const hosts = [`mx1.put-off.test [${at(101)}]`];

export default scenario({
  name: 'put-off',
  about: 'Says "not now" and no reason: 450',
  target: 'user@put-off.test',
  zones: [zoneWithMx(at, 'put-off.test')],
  mtas: { [at(101)]: polite('mx1.put-off.test', { recipients: { '*': '450 4.7.1 Not now' } }) },
  verdict: forNow('rcpt'),
  must: [finding('smtp.refused-for-now', { hosts, stage: 'rcpt', code: 450, enhanced: '4.7.1' })],
  mustNot: ['smtp.greylisted', 'smtp.trouble-for-now'],
});
