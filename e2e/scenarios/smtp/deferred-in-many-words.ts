import { block } from '../block';
import { finding, forNow, polite, scenario, zone } from '../scenario';

const at = block('deferred-in-many-words');
const origin = 'deferred-in-many-words.test';

/** What each exchange says to RCPT TO, and the finding that it has to lead to. */
const REPLIES = [
  ['450 4.2.1 Mailbox busy', 'smtp.rate-limited', { side: 'recipient', whoActs: 'nobody' }],
  ['451 4.4.1 Connection timed out', 'smtp.network-error', { side: 'unknown' }],
  ['454 4.7.1 Relay access denied', 'smtp.relay-denied', { side: 'recipient', whoActs: 'recipient-admin' }],
  ['450 4.1.1 User unknown', 'smtp.mailbox-unknown', { side: 'recipient' }],
] as const;

export default scenario({
  name: origin.replace('.test', ''),
  about: 'Every exchange defers for a reason of its own',
  target: `user@${origin}`,
  zones: [zone(at, origin, ...REPLIES.flatMap((_, n) => [`@ MX ${n} mx${n}`, `mx${n} A ${at(101 + n)}`]))],
  mtas: Object.fromEntries(
    REPLIES.map(([reply], n) => [at(101 + n), polite(`mx${n}.${origin}`, { recipients: { '*': reply } })]),
  ),
  verdict: forNow('rcpt', 'recipient'),
  must: REPLIES.map(([reply, code, args], n) =>
    finding(code, { hosts: [`mx${n}.${origin} [${at(101 + n)}]`], stage: 'rcpt', reply, ...args }),
  ),
  mustNot: ['smtp.refused-for-now', 'smtp.sender-must-act-for-now'],
});
