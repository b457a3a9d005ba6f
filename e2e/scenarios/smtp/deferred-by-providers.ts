import { block } from '../block';
import { finding, forNow, scenario, scripted, zone } from '../scenario';

const at = block('deferred-by-providers');
const origin = 'deferred-by-providers.test';

/** Both judge the sending address, and say so in words about a rate. */
const REPLIES = [
  '421-4.7.28 Our system has detected an unusual rate of unsolicited mail\n421-4.7.28 originating from your IP address. To protect our users from spam,\n421 4.7.28 mail sent from your IP address has been temporarily rate limited.',
  '451 4.7.650 The mail server [198.51.100.10] has been temporarily rate limited due to IP reputation. For e-mail delivery information, see https://postmaster.live.com (S775)',
] as const;

export default scenario({
  name: 'deferred-by-providers',
  about: 'Two large providers defer mail because of the reputation of the sending address',
  target: `user@${origin}`,
  zones: [zone(at, origin, ...REPLIES.flatMap((_, n) => [`@ MX ${n} mx${n}`, `mx${n} A ${at(101 + n)}`]))],
  mtas: Object.fromEntries(
    REPLIES.map((reply, n) => [at(101 + n), scripted(`mx${n}.${origin}`, { RCPT: [reply] })]),
  ),
  verdict: forNow('rcpt', 'sender'),
  says: [
    /Deferred: the sender is rate limited for unsolicited mail, says mx0/,
    /the sending server is rate limited for its reputation \(198\.51\.100\.10\), says mx1/i,
  ],
  must: [
    finding('smtp.sender-must-act-for-now', {
      hosts: [`mx0.${origin} [${at(101)}]`],
      category: 'rate-limited',
    }),
    finding('smtp.blocklisted-for-now', { hosts: [`mx1.${origin} [${at(102)}]`], address: '198.51.100.10' }),
  ],
  mustNot: ['smtp.busy', 'smtp.greylisted'],
});
