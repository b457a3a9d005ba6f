import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('recipient-forwarded');
const origin = 'recipient-forwarded.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'recipient-forwarded',
  about: 'Takes the recipient and says where it forwards to: 251',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: {
    [at(101)]: scripted(`mx1.${origin}`, {
      RCPT: ['251 2.1.5 User not local; will forward to <jo@elsewhere.example>'],
    }),
  },
  verdict: ACCEPTED,
  must: [
    finding('smtp.accepted', {
      hosts,
      reply: '251 2.1.5 User not local; will forward to <jo@elsewhere.example>',
    }),
  ],
  mustNot: ['smtp.moved', 'smtp.protocol-error'],
});
