import { block } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('message-fails-dmarc');
const origin = 'message-fails-dmarc.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'message-fails-dmarc',
  about: 'Refuses the message, since DMARC of the sender domain fails',
  target: `user@${origin}`,
  depth: 'message',
  zones: [zoneWithMx(at, origin)],
  mtas: {
    [at(101)]: polite(`mx1.${origin}`, {
      message:
        "550 5.7.26 Unauthenticated email from probe.example is not accepted due to domain's DMARC policy.",
    }),
  },
  verdict: forGood('message', 'sender'),
  must: [finding('smtp.sender-must-act', { hosts, stage: 'message', category: 'auth-failed' })],
  mustNot: ['smtp.message-accepted', 'smtp.refused'],
});
