import { block } from '../block';
import { finding, forGood, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('two-replies-at-once');
const hosts = [`mx1.two-replies-at-once.test [${at(101)}]`];

export default scenario({
  name: 'two-replies-at-once',
  about: 'Answers MAIL twice in one packet; the recipient is unknown',
  target: 'user@two-replies-at-once.test',
  zones: [zoneWithMx(at, 'two-replies-at-once.test')],
  mtas: {
    [at(101)]: scripted('mx1.two-replies-at-once.test', {
      MAIL: ['250 2.1.0 Ok\n250 2.1.5 Ok'],
      RCPT: ['550 5.1.1 User unknown'],
    }),
  },
  verdict: forGood('rcpt'),
  must: [
    finding('smtp.out-of-step', { hosts, stage: 'mail', reply: '250 2.1.5 Ok' }),
    finding('smtp.mailbox-unknown', { hosts, reply: '550 5.1.1 User unknown' }),
  ],
  mustNot: ['smtp.accepted', 'smtp.protocol-error'],
});
