import { block } from '../block';
import { finding, forNow, polite, scenario, zoneWithMx } from '../scenario';

const at = block('no-reverse-name');
const hosts = [`mx1.no-reverse-name.test [${at(101)}]`];

export default scenario({
  name: 'no-reverse-name',
  about: 'Wants a reverse name of our address before it goes on',
  target: 'user@no-reverse-name.test',
  zones: [zoneWithMx(at, 'no-reverse-name.test')],
  mtas: {
    [at(101)]: polite('mx1.no-reverse-name.test', {
      recipients: { '*': '450 4.7.25 Client host rejected: cannot find your reverse hostname' },
    }),
  },
  verdict: forNow('rcpt', 'sender'),
  must: [finding('smtp.sender-must-act-for-now', { hosts, stage: 'rcpt', category: 'sender-identity' })],
  mustNot: ['smtp.refused-for-now', 'smtp.greylisted'],
});
