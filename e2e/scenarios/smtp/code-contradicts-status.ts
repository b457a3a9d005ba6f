import { block } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('code-contradicts-status');
const origin = 'code-contradicts-status.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'code-contradicts-status',
  about: 'Says 550 and, in its enhanced code, that all is well',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: { [at(101)]: polite(`mx1.${origin}`, { recipients: { '*': '550 2.1.5 User unknown' } }) },
  verdict: forGood('rcpt'),
  must: [finding('smtp.mailbox-unknown', { hosts, code: 550, enhanced: '2.1.5' })],
  mustNot: ['smtp.accepted', 'smtp.recipient-refused'],
});
