import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('recipient-not-verified');
const origin = 'recipient-not-verified.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'recipient-not-verified',
  about: 'Takes the recipient without having verified it: 252',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: {
    [at(101)]: scripted(`mx1.${origin}`, { RCPT: ['252 2.5.0 Cannot VRFY user, but will accept message'] }),
  },
  verdict: ACCEPTED,
  must: [finding('smtp.accepted', { hosts, reply: '252 2.5.0 Cannot VRFY user, but will accept message' })],
  mustNot: ['smtp.protocol-error'],
});
