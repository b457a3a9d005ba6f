import { saidBy, type Row } from '../../row';

/** Gmail and Google Workspace. */
export const GMAIL_ROWS: readonly Row[] = saidBy('Gmail', [
  {
    id: 'gmail.disallowed-header',
    category: 'content-format',
    pattern: /\bdisallowed header\b/i,
    example: '550 5.7.1 The message contains a unicode character in a disallowed header. - gsmtp',
    source: 'google',
  },
  {
    id: 'gmail.virus',
    category: 'virus',
    pattern: /blocked because its content presents a potential|[?]p=BlockedMessage/i,
    meaning:
      'Gmail takes an attachment, or a file in an archive, for dangerous: programs, scripts, macros, encrypted archives.',
    fix: 'Pass the file on by a link, for instance from a cloud folder. Gmail lists the kinds it blocks at support.google.com/mail/answer/6590.',
    example:
      '552-5.7.0 This was blocked because its content presents a potential threat ?p=BlockedMessage x1 - gsmtp',
    source: 'google',
  },
  {
    id: 'gmail.rate-limited',
    category: 'rate-limited',
    pattern:
      /[?]p=(?:ReceivingRate|ReceivingRatePerm)\b|user you (?:are trying to contact|write to) (?:is receiving|gets) (?:e?mail )?(?:at|too)/i,
    side: 'unknown',
    whoActs: 'nobody',
    meaning:
      'This mailbox gets more mail than Gmail delivers to one account at a time, from all senders together.',
    fix: 'Mail servers try again by themselves. If you are the one who floods the mailbox, slow down.',
    example:
      '450 4.2.1 The user you are trying to contact is receiving mail too quickly ?p=ReceivingRate x1 - gsmtp',
    source: 'google',
  },
  {
    id: 'gmail.blocked',
    category: 'blocked',
    pattern: /very low reputation of the sending/i,
    says: 'the sender has a very low reputation',
    meaning:
      'Gmail has a low opinion of the sending address or domain, made of the complaints and the mail it saw before.',
    fix: 'Look at the domain in Postmaster Tools (postmaster.google.com), stop what users report as spam, authenticate with SPF, DKIM and DMARC, and wait: there is no removal form.',
    example:
      '550-5.7.1 [192.0.2.1] suspicious due to the very low reputation of the sending domain. x1 - gsmtp',
    source: 'google',
  },
  {
    id: 'gmail.spam-content',
    category: 'spam-content',
    pattern:
      /[?]p=(?:UnsolicitedMessageError|UnsolicitedContentError)\b|likely unsolicited (?:e?mail|message)/i,
    fix: 'Look at the domain in Postmaster Tools (postmaster.google.com); follow the guidelines at support.google.com/mail/answer/81126.',
    example: '550-5.7.1 This mail is likely unsolicited mail x1 - gsmtp',
    source: 'google',
  },
  {
    id: 'gmail.sender-identity',
    category: 'sender-identity',
    pattern: /\b[45]\.7\.2[35]\b.{0,300}\bPTR\b/i,
    example: '451 4.7.23 The sending IP address has no PTR record. x1 - gsmtp',
    source: 'google',
  },
  {
    id: 'gmail.relay-denied',
    category: 'relay-denied',
    pattern: /\bmail relay denied\b/i,
    side: 'sender',
    whoActs: 'sender-admin',
    meaning:
      'The SMTP relay of Google Workspace does not know who wants to send: neither the address nor the domain is registered there.',
    fix: 'The administrator of Google Workspace adds the sending address to the SMTP relay service, or lets the sending server log in.',
    example: '550 5.7.0 Mail relay denied 192.0.2.1. Invalid credentials for relay. - gsmtp',
    source: 'google',
  },
  {
    id: 'gmail.sending-denied',
    category: 'sender-rejected',
    pattern: /\bmail sending denied\b/i,
    meaning: 'The account that sends is disabled, or not registered in Google Workspace.',
    example: '550 5.7.0 Mail Sending denied. - gsmtp',
    source: 'google',
  },
  {
    id: 'gmail.tls-required',
    category: 'tls-required',
    pattern: /\b[45]\.7\.29\b.{0,300}\bTLS\b/i,
    example: '421 4.7.29 Rate limited, since no TLS connection is used. x1 - gsmtp',
    source: 'google',
  },
  {
    id: 'gmail.protocol-error',
    category: 'protocol-error',
    pattern: /\b5\.7\.1[01]\b.{0,40}(?:protocol violation|syntax error)/i,
    example: '523 5.7.10 SMTP protocol violation, a command came with STARTTLS. x1 - gsmtp',
    source: 'google',
  },
  {
    id: 'gmail.unsolicited-rate',
    category: 'rate-limited',
    pattern: /unusual rate of unsolicited (?:e?mail|messages)/i,
    says: 'the sender is rate limited for unsolicited mail',
    meaning: 'Gmail limits what it takes from this sender: much of it looks like unsolicited mail.',
    fix: 'Find what sends it, and stop it: a stolen account, a web form, or spam that is forwarded. Then send more slowly; the limit ends by itself.',
    example: '421 4.7.28 We detected an unusual rate of unsolicited mail from your IP address',
    source: 'google',
  },
  {
    id: 'gmail.rate-limited-2',
    category: 'rate-limited',
    pattern: /\b4\.7\.28\b|\b4\.2\.1\b.{0,160}\brate\b/i,
    onlyFromProvider: true,
    example: '421 4.7.28 Unusual rate of mail from your network - gsmtp. x1 - gsmtp',
    source: 'google',
  },
  {
    id: 'gmail.rate-limited-3',
    category: 'rate-limited',
    pattern: /\b5\.7\.28\b/,
    onlyFromProvider: true,
    example: '550 5.7.28 Mail rate of this sender is unusual - gsmtp',
    source: 'google',
  },
  {
    id: 'gmail.dmarc',
    category: 'auth-failed',
    pattern: /\b[45]\.7\.26\b.{0,300}\bDMARC policy\b/i,
    says: 'DMARC of the sender domain did not pass',
    meaning: 'DMARC of the sender domain did not pass, and the policy of that domain asks for rejection.',
    example: '550 5.7.26 Mail from example.net is not accepted due to its DMARC policy. k3 - gsmtp',
    source: 'google',
  },
  {
    id: 'gmail.auth-failed',
    category: 'auth-failed',
    pattern: /\b[45]\.7\.(?:26|27|30)\b.{0,300}\bgsmtp\b/i,
    example: '550 5.7.26 This mail is unauthenticated. k3 - gsmtp',
    source: 'google',
  },
]);
