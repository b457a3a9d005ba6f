import { block } from '../block';
import { finding, forNow, polite, scenario, zoneWithMx } from '../scenario';

const at = block('local-error');
const hosts = [`mx1.local-error.test [${at(101)}]`];

export default scenario({
  name: 'local-error',
  about: 'Has a fault of its own for now: 451 4.3.0',
  target: 'user@local-error.test',
  zones: [zoneWithMx(at, 'local-error.test')],
  mtas: {
    [at(101)]: polite('mx1.local-error.test', { recipients: { '*': '451 4.3.0 Temporary lookup failure' } }),
  },
  verdict: forNow('rcpt', 'recipient'),
  must: [finding('smtp.trouble-for-now', { hosts, stage: 'rcpt', code: 451, enhanced: '4.3.0' })],
  mustNot: ['smtp.greylisted'],
});
