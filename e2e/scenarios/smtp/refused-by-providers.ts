import type { FindingCode } from '@/lib/findings/catalogue';
import { block } from '../block';
import { forGood, scenario, scripted, zone } from '../scenario';

const at = block('refused-by-providers');
const origin = 'refused-by-providers.test';

/** What each exchange says to RCPT TO, the finding that it has to lead to, and what it says of it. */
const REPLIES: readonly (readonly [reply: string, code: FindingCode, says: RegExp])[] = [
  [
    '552-5.2.2 The email account that you tried to reach is over quota. Please direct\n552-5.2.2 the recipient to\n552 5.2.2  https://support.google.com/mail/?p=OverQuotaPerm a1-20 - gsmtp',
    'smtp.mailbox-full',
    /The mailbox is full, says mx0\./,
  ],
  [
    '550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [DB3EUR04FT020.eop-eur04.prod.protection.outlook.com]',
    'smtp.mailbox-unknown',
    /The recipient is unknown to Microsoft 365, says mx1\./,
  ],
  [
    '550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302). [AM7EUR06FT021.eop-eur06.prod.protection.outlook.com]',
    'smtp.mailbox-unknown',
    /The mailbox is unavailable, says mx2\./,
  ],
  [
    '550 5.7.606 Access denied, banned sending IP [198.51.100.10]. To request removal from this list please visit https://sender.office.com/ and follow the directions.',
    'smtp.blocklisted',
    /The sending server is banned by Microsoft \(198\.51\.100\.10\), says mx3\./,
  ],
  [
    "554 delivery error: dd This user doesn't have a yahoo.com account (user@refused-by-providers.test) [0] - mta4021.mail.gq1.yahoo.com",
    'smtp.mailbox-unknown',
    /The mailbox does not exist, says mx4\./,
  ],
  [
    '550 5.1.1 <user@refused-by-providers.test>: user does not exist',
    'smtp.mailbox-unknown',
    /The mailbox does not exist, says mx5\./,
  ],
  [
    '550-Requested action not taken: mailbox unavailable\n550 For explanation visit https://postmaster.gmx.net/en/error-messages?ip=198.51.100.10&c=rid',
    'smtp.mailbox-unknown',
    /The mailbox is unavailable, says mx6\./,
  ],
  [
    '550 Administrative prohibition - envelope blocked - https://community.mimecast.com/docs/DOC-1369#550',
    'smtp.recipient-refused',
    /A rule there does not allow it, says mx7\./,
  ],
  [
    '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain',
    'smtp.relay-denied',
    /The server does not serve this domain, says mx8\./,
  ],
];

const hosts = REPLIES.map((_, n) => `mx${n}.${origin} [${at(101 + n)}]`);

export default scenario({
  name: 'refused-by-providers',
  about: 'Every exchange refuses in the words of another large provider or product',
  target: `user@${origin}`,
  zones: [zone(at, origin, ...REPLIES.flatMap((_, n) => [`@ MX ${n} mx${n}`, `mx${n} A ${at(101 + n)}`]))],
  mtas: Object.fromEntries(
    REPLIES.map(([reply], n) => [at(101 + n), scripted(`mx${n}.${origin}`, { RCPT: [reply] })]),
  ),
  verdict: forGood('rcpt'),
  says: REPLIES.map(([, , says]) => says),
  must: REPLIES.map(([, code], n) => ({ code, args: { stage: 'rcpt', hosts: [hosts[n]] } })),
  mustNot: ['smtp.refused', 'hosts.disagree'],
});
