import { block } from '../block';
import { finding, forNow, polite, scenario, zoneWithMx } from '../scenario';

const at = block('sender-doubted');
const hosts = [`mx1.sender-doubted.test [${at(101)}]`];

export default scenario({
  name: 'sender-doubted',
  about: 'Cannot find our sender domain and says so only at RCPT, for now',
  target: 'user@sender-doubted.test',
  zones: [zoneWithMx(at, 'sender-doubted.test')],
  mtas: {
    [at(101)]: polite('mx1.sender-doubted.test', {
      recipients: { '*': '450 4.1.8 <postmaster@probe.example>: Sender address rejected: Domain not found' },
    }),
  },
  verdict: forNow('rcpt', 'sender'),
  must: [finding('smtp.sender-must-act-for-now', { hosts, stage: 'rcpt', category: 'sender-rejected' })],
  mustNot: ['smtp.refused-for-now', 'smtp.mailbox-unknown'],
});
