import { block } from '../block';
import { finding, forGood, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('reply-line-too-long');
const origin = 'reply-line-too-long.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'reply-line-too-long',
  about: 'Refuses the recipient in a line of four kilobytes',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: {
    [at(101)]: scripted(`mx1.${origin}`, {
      RCPT: [{ bytes: Buffer.from(`550 5.1.1 User unknown ${'so sorry '.repeat(480)}\r\n`) }],
    }),
  },
  verdict: forGood('rcpt'),
  must: [
    finding('smtp.mailbox-unknown', { hosts, code: 550 }),
    finding('smtp.long-line', { hosts, stage: 'rcpt', octets: 4_343 }),
  ],
  mustNot: ['smtp.too-much', 'smtp.protocol-error'],
});
