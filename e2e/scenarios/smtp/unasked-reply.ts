import { block } from '../block';
import { finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('unasked-reply');
const hosts = [`mx1.unasked-reply.test [${at(101)}]`];

export default scenario({
  name: 'unasked-reply',
  about: 'Says one thing more after the recipient was accepted: 550',
  target: 'user@unasked-reply.test',
  zones: [zoneWithMx(at, 'unasked-reply.test')],
  mtas: {
    [at(101)]: scripted('mx1.unasked-reply.test', {
      RCPT: ['250 2.1.5 Ok', { waitMs: 30 }, '550 5.1.1 User unknown'],
    }),
  },
  verdict: { outcome: 'unknown', side: 'recipient', permanence: null, stage: 'rcpt' },
  must: [finding('smtp.contradicts-itself', { hosts, reply: '550 5.1.1 User unknown' })],
  mustNot: ['smtp.protocol-error', 'smtp.accepted', 'smtp.mailbox-unknown'],
});
