import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('busy-in-mid-session');
const hosts = [`mx1.busy-in-mid-session.test [${at(101)}]`];

export default scenario({
  name: 'busy-in-mid-session',
  about: 'Gives up in the middle of a session: 421 at RCPT',
  target: 'user@busy-in-mid-session.test',
  zones: [zoneWithMx(at, 'busy-in-mid-session.test')],
  mtas: {
    [at(101)]: scripted('mx1.busy-in-mid-session.test', {
      RCPT: ['421 4.4.5 Server busy, closing transmission channel', 'close'],
    }),
  },
  asked: { [at(101)]: ['EHLO probe.example', 'RCPT TO:<user@busy-in-mid-session.test>'] },
  verdict: forNow('rcpt', 'recipient'),
  must: [finding('smtp.busy', { hosts, stage: 'rcpt', code: 421 })],
  mustNot: ['smtp.closed', 'smtp.refused-for-now'],
});
