import { block } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('status-says-for-now');
const origin = 'status-says-for-now.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'status-says-for-now',
  about: 'Says 550 and means a fault that passes',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: {
    [at(101)]: polite(`mx1.${origin}`, { recipients: { '*': '550 4.2.1 Mailbox temporarily unavailable' } }),
  },
  verdict: forGood('rcpt'),
  must: [finding('smtp.mailbox-disabled', { hosts, code: 550, enhanced: '4.2.1' })],
  mustNot: ['smtp.recipient-refused', 'smtp.mailbox-unknown'],
});
