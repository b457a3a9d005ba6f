import { block } from '../block';
import { finding, forGood, polite, scenario, zone } from '../scenario';

const at = block('unknown-in-two-wordings');
const origin = 'unknown-in-two-wordings.test';
const first = `mx1.${origin} [${at(101)}]`;
const second = `mx2.${origin} [${at(102)}]`;

export default scenario({
  name: 'unknown-in-two-wordings',
  about: 'Two exchanges know no such mailbox, and each says so in its own words',
  target: `user@${origin}`,
  zones: [zone(at, origin, '@ MX 10 mx1', '@ MX 10 mx2', `mx1 A ${at(101)}`, `mx2 A ${at(102)}`)],
  mtas: {
    [at(101)]: polite(`mx1.${origin}`, { recipients: { '*': '550 Unrouteable address' } }),
    [at(102)]: polite(`mx2.${origin}`, { recipients: { '*': '550 Unknown user' } }),
  },
  verdict: forGood('rcpt'),
  must: [finding('smtp.mailbox-unknown', { hosts: [first, second] })],
  mustNot: ['hosts.disagree', 'smtp.recipient-refused', 'smtp.domain-unknown'],
});
