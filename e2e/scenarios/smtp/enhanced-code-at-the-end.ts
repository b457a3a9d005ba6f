import { block } from '../block';
import { finding, forGood, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('enhanced-code-at-the-end');
const origin = 'enhanced-code-at-the-end.test';

export default scenario({
  name: 'enhanced-code-at-the-end',
  about: 'Only the last line of the reply has an enhanced code',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: {
    [at(101)]: scripted(`mx1.${origin}`, {
      RCPT: ['550-Your message was refused.', '550-Please read on:', '550 5.2.2 mailbox quota exceeded'],
    }),
  },
  verdict: forGood('rcpt'),
  must: [
    finding('smtp.mailbox-full', {
      reply: '550 Your message was refused. Please read on: 5.2.2 mailbox quota exceeded',
    }),
  ],
  mustNot: ['smtp.mailbox-full-for-now'],
});
