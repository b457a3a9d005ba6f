import { block } from '../block';
import { finding, forNow, scenario, scripted, SILENCE_SECONDS, zoneWithMx } from '../scenario';

const at = block('bare-cr');
const hosts = [`mx1.bare-cr.test [${at(101)}]`];

export default scenario({
  name: 'bare-cr',
  about: 'Ends its lines with CR alone, so that they never end',
  target: 'user@bare-cr.test',
  zones: [zoneWithMx(at, 'bare-cr.test')],
  mtas: {
    [at(101)]: scripted('mx1.bare-cr.test', {
      RCPT: [{ bytes: Buffer.from('550 5.1.1 Nobody\r') }, 'silence'],
    }),
  },
  verdict: forNow('rcpt'),
  must: [
    finding('smtp.silent', {
      hosts,
      stage: 'rcpt',
      seconds: SILENCE_SECONDS,
      begun: '550 5.1.1 Nobody\\x0d',
    }),
  ],
  mustNot: ['smtp.mailbox-unknown', 'smtp.protocol-error', 'smtp.bare-line-feed'],
});
