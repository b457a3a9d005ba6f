import { block } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('bad-sequence');
const origin = 'bad-sequence.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'bad-sequence',
  about: 'Takes RCPT TO for a command out of order',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: {
    [at(101)]: polite(`mx1.${origin}`, { recipients: { '*': '503 5.5.1 Error: need MAIL command first' } }),
  },
  verdict: forGood('rcpt'),
  must: [finding('smtp.command-refused', { hosts, code: 503 })],
  mustNot: ['smtp.recipient-refused', 'smtp.mailbox-unknown'],
});
