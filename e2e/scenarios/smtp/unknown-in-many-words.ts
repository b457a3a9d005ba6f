import { block } from '../block';
import { finding, forGood, polite, scenario, zone } from '../scenario';

const at = block('unknown-in-many-words');
const origin = 'unknown-in-many-words.test';

/** The first is Exim's, and tells more than the others. */
const REPLIES = ['550 Unrouteable address', '550 Unknown user', '550 No such user here'];
const hosts = REPLIES.map((_, n) => `mx${n}.${origin} [${at(101 + n)}]`);

export default scenario({
  name: 'unknown-in-many-words',
  about: 'No exchange knows the mailbox, and each says so in its own words',
  target: `user@${origin}`,
  zones: [zone(at, origin, ...REPLIES.flatMap((_, n) => [`@ MX 10 mx${n}`, `mx${n} A ${at(101 + n)}`]))],
  mtas: Object.fromEntries(
    REPLIES.map((reply, n) => [at(101 + n), polite(`mx${n}.${origin}`, { recipients: { '*': reply } })]),
  ),
  verdict: forGood('rcpt'),
  says: [
    /mx0\.\S+ \[\S+\] answered "550 Unrouteable address" at RCPT TO/,
    /mx1\.\S+ \[\S+\] answered "550 Unknown user"/,
    /mx2\.\S+ \[\S+\] answered "550 No such user here"/,
  ],
  must: [
    finding('smtp.mailbox-unknown', { hosts: hosts.slice(0, 1) }),
    finding('smtp.mailbox-unknown', { hosts: hosts.slice(1) }),
  ],
  mustNot: ['hosts.disagree', 'smtp.recipient-refused', 'smtp.domain-unknown'],
});
