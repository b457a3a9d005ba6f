import { block } from '../block';
import { finding, forGood, polite, scenario, zone } from '../scenario';

const at = block('refused-in-many-words');
const origin = 'refused-in-many-words.test';

const MOVED = '551 5.1.6 User not local; please try <user@example.net>';
/** What each exchange says to RCPT TO, and the finding that it has to lead to. */
const REPLIES = [
  ['550 5.1.2 Unknown domain', 'smtp.domain-unknown', { side: 'recipient' }],
  [
    '530 5.7.0 Authentication required',
    'smtp.login-wanted',
    { side: 'recipient', whoActs: 'recipient-admin' },
  ],
  ['550 5.7.2 Only members may post to this list', 'smtp.list-refused', { category: 'mailing-list' }],
  ['550 5.3.2 This host does not accept mail', 'smtp.not-accepting-mail', { side: 'recipient' }],
  ['503 5.5.1 Bad sequence of commands', 'smtp.command-refused', { side: 'recipient' }],
] as const;

const SAID = [...REPLIES.map(([reply]) => reply), MOVED];

export default scenario({
  name: origin.replace('.test', ''),
  about: 'Every exchange refuses for a reason of its own',
  target: `user@${origin}`,
  zones: [zone(at, origin, ...SAID.flatMap((_, n) => [`@ MX ${n} mx${n}`, `mx${n} A ${at(101 + n)}`]))],
  mtas: Object.fromEntries(
    SAID.map((reply, n) => [at(101 + n), polite(`mx${n}.${origin}`, { recipients: { '*': reply } })]),
  ),
  verdict: forGood('rcpt'),
  must: [
    finding('smtp.moved', { reply: MOVED, newAddress: 'user@example.net' }),
    ...REPLIES.map(([reply, code, args], n) =>
      finding(code, { hosts: [`mx${n}.${origin} [${at(101 + n)}]`], stage: 'rcpt', reply, ...args }),
    ),
  ],
  mustNot: ['smtp.recipient-refused', 'smtp.sender-must-act'],
});
