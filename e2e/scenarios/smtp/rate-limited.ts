import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('rate-limited');
const hosts = [`mx1.rate-limited.test [${at(101)}]`];

export default scenario({
  name: 'rate-limited',
  about: 'Ends the session: too many connections from our address, 421',
  target: 'user@rate-limited.test',
  zones: [zoneWithMx(at, 'rate-limited.test')],
  mtas: {
    [at(101)]: scripted('mx1.rate-limited.test', {
      RCPT: ['421 4.7.0 Too many connections from your IP address', 'close'],
    }),
  },
  verdict: forNow('rcpt', 'sender'),
  causes: { 'rate-limit': 'supported' },
  must: [finding('smtp.sender-must-act-for-now', { hosts, category: 'rate-limited', code: 421 })],
  mustNot: ['smtp.busy', 'smtp.closed'],
});
