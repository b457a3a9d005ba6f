import type { Category, WhoActs } from './schema';

interface CategoryWords {
  side: 'sender' | 'recipient' | 'network' | 'unknown';
  whoActs: WhoActs;
  meaning: string;
  fix: string;
}

function words(side: CategoryWords['side'], whoActs: WhoActs, meaning: string, fix: string): CategoryWords {
  return { side, whoActs, meaning, fix };
}

const READ_LOG =
  'Ask the administrator of the receiving side, with the time and the reply: their log names the rule.';

/** Side, who acts and words of a category, where no provider row says it better. */
export const CATEGORIES: Record<Category, CategoryWords> = {
  accepted: words('unknown', 'nobody', 'The server accepts.', ''),
  'mailbox-unknown': words(
    'recipient',
    'sender',
    'There is no such mailbox.',
    'Check the spelling with the recipient by another way. If the address was right until lately, the administrator of the receiving side looks for the mailbox and its aliases.',
  ),
  'mailbox-disabled': words(
    'recipient',
    'recipient',
    'The mailbox exists, but is disabled or takes no mail.',
    'The recipient, or their administrator, has to open the mailbox again.',
  ),
  'mailbox-full': words(
    'recipient',
    'recipient',
    'The mailbox is full.',
    'The recipient has to make room, or their administrator has to raise the quota.',
  ),
  moved: words(
    'recipient',
    'sender',
    'The mailbox has moved to another address.',
    'Use the new address; the reply may name it.',
  ),
  'domain-unknown': words(
    'recipient',
    'recipient-admin',
    'The server does not know the domain, or finds no way to it.',
    'Check the spelling of the domain. If it is right, its administrator checks that the server in its MX record is set up for it.',
  ),
  'relay-denied': words(
    'unknown',
    'recipient-admin',
    'The server does not regard itself as responsible for this recipient, and does not pass mail on for this sender.',
    'If the domain should be served here, add it to the domains of this server or correct the MX record. If this is your own outgoing server, log in before sending.',
  ),
  'sender-rejected': words(
    'sender',
    'sender-admin',
    'The sender address is not accepted.',
    'Check that the sender address exists, and that its domain has an MX or address record and can take bounces.',
  ),
  'sender-identity': words(
    'sender',
    'sender-admin',
    'The name of the sending machine is not accepted: its reverse name or its HELO name.',
    'Give the sending address a PTR record whose name leads back to the address, and send HELO with that name.',
  ),
  blocked: words(
    'sender',
    'sender-admin',
    'The address or name of the sending server is on a blocklist.',
    'Find out why the address is listed, end the cause, and then ask the operator of the list for removal.',
  ),
  policy: words(
    'unknown',
    'recipient-admin',
    'A rule of the receiving side does not allow this mail.',
    READ_LOG,
  ),
  'spam-content': words(
    'sender',
    'sender-admin',
    'The message was judged to be spam or otherwise unwanted.',
    'Look at content, links and attachments, and at the reputation of the sending domain. If the message was wanted, the receiving administrator can make an exception.',
  ),
  virus: words(
    'sender',
    'sender-admin',
    'The message, or an attachment, was taken for malware or is of a forbidden kind.',
    'Examine the sending machine and the attachment. A wanted file can be passed on by another way.',
  ),
  'auth-failed': words(
    'sender',
    'sender-admin',
    'The sender domain could not be authenticated by SPF, DKIM or DMARC.',
    'Add the sending address to the SPF record of the sender domain, sign with DKIM, and see that one of the two matches the domain in From.',
  ),
  'auth-required': words(
    'sender',
    'sender-admin',
    'The server wants a login first, or did not accept the one given.',
    'Log in with the right user name and password. Servers for incoming mail should not ask this of strangers.',
  ),
  'rate-limited': words(
    'sender',
    'sender-admin',
    'Too much came from this sender, or to this recipient, in a short time.',
    'Wait and send more slowly; a normal mail server tries again by itself.',
  ),
  greylisted: words(
    'unknown',
    'nobody',
    'Greylisting: the server turns newcomers away once and accepts a later try.',
    'Nothing need be done: the sending server tries again by itself.',
  ),
  'message-too-large': words(
    'sender',
    'sender',
    'The message is larger than the server takes.',
    'Send a smaller message, or pass the file on by another way.',
  ),
  'content-format': words(
    'sender',
    'sender-admin',
    'The form of the message, or of its header, is not accepted.',
    'Correct the header or the encoding of the message in the software that makes it.',
  ),
  'tls-required': words(
    'sender',
    'sender-admin',
    'The server wants encryption, or the encryption offered is not good enough.',
    'Let the sending server use STARTTLS with current versions of TLS.',
  ),
  'system-error': words(
    'recipient',
    'recipient-admin',
    'The receiving system has trouble of its own.',
    'The administrator of the receiving side looks into the log, the disk and the services behind this server.',
  ),
  'network-error': words(
    'network',
    'unknown',
    'The connection, or a DNS question, failed on the way.',
    'Run a check of the domain: it shows at which step and at which layer the way ends.',
  ),
  busy: words(
    'recipient',
    'nobody',
    'The server is busy or closing for now.',
    'Nothing need be done at first: the sending server tries again. If it lasts, the receiving administrator looks at load and connection limits.',
  ),
  'not-accepting-mail': words(
    'recipient',
    'recipient-admin',
    'This host, or this domain, takes no mail.',
    'If it should take mail, the receiving administrator corrects the MX record or the service.',
  ),
  'protocol-error': words(
    'unknown',
    'sender-admin',
    'A command was not understood, not allowed, or in the wrong order.',
    'Compare the commands sent with RFC 5321; something in between may also have altered them.',
  ),
  loop: words(
    'recipient',
    'recipient-admin',
    'The message goes round in a circle.',
    'The administrators look for forwardings and routes that lead back: the Received lines of the message show the circle.',
  ),
  'mailing-list': words(
    'recipient',
    'recipient-admin',
    'The address is a list or group that did not take this message.',
    'Ask the owner of the list who may write to it.',
  ),
  expired: words(
    'unknown',
    'unknown',
    'The message could not be delivered within the time allowed.',
    'Look for the reply of the last tries: it tells why. A check of the recipient shows how it is today.',
  ),
  unknown: words('unknown', 'unknown', 'The reply does not tell the reason.', READ_LOG),
};
