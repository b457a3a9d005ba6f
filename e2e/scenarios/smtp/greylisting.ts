import { block } from '../block';
import { finding, forNow, polite, scenario, zoneWithMx } from '../scenario';

const at = block('greylisting');
const hosts = [`mx1.greylisting.test [${at(101)}]`];

export default scenario({
  name: 'greylisting',
  about: 'Sends newcomers away once: greylisted for 60 seconds',
  target: 'user@greylisting.test',
  zones: [zoneWithMx(at, 'greylisting.test')],
  mtas: { [at(101)]: polite('mx1.greylisting.test', { greylistSeconds: 60 }) },
  verdict: forNow('rcpt', 'none'),
  must: [
    finding('smtp.greylisted', {
      hosts,
      recipient: 'user@greylisting.test',
      code: 450,
      enhanced: '4.2.0',
      waitSeconds: 60,
    }),
  ],
  mustNot: ['smtp.mailbox-unknown', 'smtp.refused-for-now'],
});
