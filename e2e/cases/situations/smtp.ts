import type { SituationCase } from './situation';

/** What senders do where a certificate does not hold. */
const DELIVERED_ALL_THE_SAME =
  /Most senders use TLS when they can and deliver anyway; those that follow an MTA-STS policy do not, and those that use DANE go by the TLSA record instead/;

/** No evidence tells whose fault it is; `lookFirst` says where to begin. */
const NO_SIDE = { side: 'unknown' } as const;

/** The lines about mail servers. */
export const SMTP_SITUATIONS: readonly SituationCase[] = [
  {
    situation: 'Postfix without TLS: recipient accepted',
    scenario: 'tls-not-offered',
    says: [/^Accepted: \S+ \[\S+\] takes mail for/m, /does not offer encryption/],
    saysNot: [],
  },
  {
    situation: 'Postfix: unknown user',
    scenario: 'mailbox-unknown',
    says: [
      /the mailbox does not exist, says mx1/,
      /^Rejected permanently: /m,
      /Check the spelling with the recipient/,
    ],
    saysNot: [],
  },
  {
    situation: 'The same by openssl',
    scenario: 'healthy',
    says: [/The certificate is valid, issued by a trusted authority, and names the exchange/],
    saysNot: [],
  },
  {
    situation: 'Postfix: STARTTLS, certificate expired on 2024-01-31',
    scenario: 'certificate-expired',
    says: [
      /certificate of \S+ \[\S+\] is not trusted: it expired on \d{4}-\d\d-\d\d/,
      DELIVERED_ALL_THE_SAME,
    ],
    saysNot: [],
  },
  {
    situation: 'Postfix: STARTTLS, certificate is for other.mailhost.net',
    scenario: 'certificate-other-name',
    says: [
      /is not trusted: it is for another-name\.mx1\.certificate-other-name\.test/,
      DELIVERED_ALL_THE_SAME,
    ],
    saysNot: [],
  },
  {
    situation: 'Postfix: STARTTLS, certificate is self-signed',
    scenario: 'certificate-self-signed',
    says: [/is not trusted: it is self-signed/, DELIVERED_ALL_THE_SAME],
    saysNot: [],
  },
  {
    situation: 'Postfix: STARTTLS, intermediate certificate is missing',
    scenario: 'certificate-chain-incomplete',
    // A private authority that signs straight away looks the same.
    says: [
      /the certificate of its issuer CN=Practice Intermediate CA is missing[^]*the intermediate certificate is missing, or the authority is a private one/,
      DELIVERED_ALL_THE_SAME,
    ],
    saysNot: [],
  },
  {
    situation: 'Postfix: STARTTLS, RSA key of 1024 bits',
    scenario: 'certificate-weak-key',
    says: [
      /has a weak key: RSA key of 1024 bits/,
      /Most senders deliver all the same[^]*senders that enforce it \(MTA-STS, DANE\) then do not deliver/,
      /Apart from that the certificate is trusted here/,
    ],
    saysNot: [],
  },
  {
    situation: 'Postfix: TLS 1.0 only',
    scenario: 'tls-old-protocol',
    says: [
      /offers only TLS 1\.0 or older, which is obsolete[^]*RFC 8996/,
      /with the TLS libraries of today the handshake fails/,
    ],
    saysNot: [],
  },
  {
    situation: 'Postfix: TLS 1.3 only',
    scenario: 'tls-1-3-only',
    // One handshake shows what was agreed; the report says that the rest was not tried.
    says: [
      /encrypted with TLS 1\.3/,
      /TLS 1\.3 was agreed; whether other versions are spoken was not tested/,
    ],
    saysNot: [],
  },
  {
    situation: 'Postfix: TLS 1.2 only',
    scenario: 'tls-1-2-only',
    says: [/encrypted with TLS 1\.2/],
    saysNot: [],
  },
  {
    situation: 'The same with a good HELO name',
    scenario: 'identity-clean',
    says: [/^Accepted: /m],
    saysNot: [],
  },
  {
    situation: 'Postfix: our address is on a block list',
    scenario: 'listed-address',
    says: [
      /the sending address 198\.51\.100\.10 is on the blocklist strict\.list\.example/,
      /Look up 198\.51\.100\.10 at strict\.list\.example, end the cause, and ask for removal there/,
    ],
    saysNot: [],
  },
  {
    situation: 'Postfix: mailbox full, permanent',
    scenario: 'mailbox-full-for-good',
    says: [/the mailbox is full, says mx1/, /^Rejected permanently: /m],
    saysNot: [],
  },
  {
    situation: 'Postfix: mailbox disabled',
    scenario: 'mailbox-disabled',
    says: [/the mailbox is disabled, says mx1/],
    saysNot: [],
  },
  {
    situation: 'Postfix: user moved (551)',
    scenario: 'mailbox-moved',
    says: [
      /the mailbox has moved to jo@elsewhere\.example, says mx1/,
      /^The mailbox has moved to jo@elsewhere\.example\. This was tested/m,
    ],
    saysNot: [/its rules do not allow this recipient/],
  },
  {
    situation: 'Postfix: accepts every recipient (catch-all)',
    scenario: 'catch-all',
    says: [
      /accepts any recipient[^]*not that the mailbox exists/,
      /Any name before the @ is taken, so acceptance proves nothing about the mailbox/,
    ],
    saysNot: [],
  },
  {
    situation: 'Postfix: wants forward-confirmed reverse DNS of the client; ours is good',
    scenario: 'identity-clean',
    says: [/^Accepted: /m],
    saysNot: [],
  },
  {
    situation: 'Postfix: EHLO without any extension',
    scenario: 'no-extensions',
    says: [
      /Offers\s+no\s+extension:\s+every\s+command\s+has\s+to\s+wait\s+for\s+the\s+reply\s+to\s+the\s+one\s+before/,
    ],
    saysNot: [],
  },
  {
    situation: 'Postfix: SMTPUTF8, 8BITMIME, CHUNKING, DSN, PIPELINING offered',
    scenario: 'smtputf8-offered',
    says: [/SMTPUTF8: takes\s+internationalised\s+addresses/],
    saysNot: [],
  },
  {
    situation: 'The same with a good sender',
    scenario: 'healthy',
    says: [/^Accepted: /m],
    saysNot: [],
  },
  {
    situation: 'Postfix: the recipient table is broken (451 4.3.0)',
    scenario: 'local-error',
    says: [/a part of the server does not work, says mx1/, /^Deferred: /m],
    saysNot: [],
  },
  {
    situation: 'DANE-EE checked with openssl -dane_tlsa_domain',
    scenario: 'certificate-self-signed',
    says: [
      /those that use DANE go by the TLSA record instead\.$/m,
      /Where a TLSA record \(DANE\) stands for the present one, publish that of the new one first/,
    ],
    saysNot: [/its other end is not proved/],
  },
  {
    situation: 'Postfix: banner names another host than the MX',
    scenario: 'pool-greeting',
    says: [
      /Greets\s+as\s+node7\.pool-greeting\.test;\s+the\s+exchange\s+is\s+called\s+mx1\.pool-greeting\.test/,
    ],
    saysNot: [],
  },
  {
    situation: 'Postfix postscreen: multi-line banner, 6 s pregreet wait, then accepted',
    scenario: 'greeting-teaser',
    says: [/^Accepted: .* greets only after \d+ s\.$/m],
    saysNot: [],
  },
  {
    situation: 'Exim: unknown user, no enhanced code',
    scenario: 'unknown-in-many-words',
    says: [/the mailbox does not exist, says mx0/],
    saysNot: [/mx[12]\.\S+ \[\S+\] answered "550 Unrouteable address"/],
  },
  {
    situation: 'OpenSMTPD 6.8: accepted in plain text',
    scenario: 'handshake-alert',
    says: [/^Accepted: /m],
    saysNot: [],
  },
  {
    situation:
      'OpenSMTPD 6.8 as Debian 12 ships it: STARTTLS offered, the handshake ends with alert internal_error (a true fault of that build with OpenSSL 3)',
    scenario: 'handshake-alert',
    says: [
      /STARTTLS was offered and agreed, then the handshake ended with: \S.*internal error/,
      /Many senders come back without encryption and deliver/,
    ],
    saysNot: [],
  },
  {
    situation: 'OpenSMTPD: unknown user (its own 524 5.2.4 text about list expansion)',
    scenario: 'list-expansion-problem',
    says: [
      /^Rejected permanently: the mailbox does not exist/m,
      /OpenSMTPD says so when an address is in no table of its virtual users/,
      /The recipient leads to nobody: OpenSMTPD says so/,
    ],
    saysNot: [],
  },
  {
    situation: 'npm smtp-server (Nodemailer): accepted',
    scenario: 'healthy',
    says: [/^Accepted: /m],
    saysNot: [],
  },
  {
    situation: 'Nothing listens on port 25 (RST)',
    scenario: 'connection-refused',
    // A firewall on either side may answer so.
    verdict: NO_SIDE,
    says: [/^Deferred: \S+ \[\S+\] refused the connection/m, /says that no mail service runs there/],
    saysNot: [],
  },
  {
    situation: 'Listen backlog is full: SYN stays without answer',
    scenario: 'connection-times-out',
    verdict: NO_SIDE,
    says: [/^Deferred: the connection to \S+ \[\S+\] timed out/m],
    saysNot: [],
  },
  {
    situation: 'Accepts the connection, never sends a banner',
    scenario: 'silent-greeting',
    verdict: NO_SIDE,
    says: [/^Deferred: \S+ \[\S+\] accepts the connection but does not greet/m],
    saysNot: [],
  },
  {
    situation: '554 instead of a banner',
    scenario: 'greeting-without-service',
    says: [
      /no mail is taken there, says \S+ \[\S+\] in the greeting/,
      /^Rejected permanently: no mail is taken there/m,
    ],
    saysNot: [/decided by our address|[Ll]ook the sending address up on blocklists/],
  },
  {
    situation: '554 banner with reputation text and URL',
    scenario: 'greeting-refused-for-reputation',
    says: [
      /the sending server has a bad reputation \(198\.51\.100\.10\), says \S+ \[\S+\] in the greeting/,
      /Find out what this address sends that nobody wants/,
    ],
    saysNot: [],
  },
  {
    situation: '421 banner, connection closed',
    scenario: 'busy',
    says: [/the server has no time now, says mx1/, /^Deferred: /m],
    saysNot: [/Greeting: 4\.3\.2/],
  },
  {
    situation: '521 banner (RFC 7504: host accepts no mail)',
    scenario: 'host-takes-no-mail',
    says: [/^Rejected permanently: \S+ \[\S+\] takes no mail at all/m],
    saysNot: [],
  },
  {
    situation: 'Banner and EHLO masked with asterisks (Cisco PIX/ASA SMTP fixup), STARTTLS as XXXXXXXA',
    scenario: 'inspection-hides-starttls',
    // Whose firewall it is, one session does not tell.
    verdict: { side: 'network' },
    says: [
      /A firewall or proxy on the way to \S+ \[\S+\] writes over the SMTP dialogue and hides STARTTLS[^]*Cisco PIX and ASA/,
    ],
    saysNot: [],
  },
  {
    situation: 'HTML and script in banner, EHLO and replies',
    scenario: 'hostile-text',
    says: [/answered "550 5\.1\.1 <script>alert\(1\)<\/script>/],
    saysNot: [],
  },
  {
    situation: 'NUL, ANSI escapes, bell, backspace and DEL in banner and replies',
    scenario: 'hostile-text',
    says: [/220 mx1 \\x00 \\x1b\[2J\\x1b\]0;owned\\x07/],
    saysNot: [],
  },
  {
    situation: 'EHLO answer with 5000 lines',
    scenario: 'ehlo-of-thousands',
    // No limit of the check decides any more: it reads on, and shows the first lines.
    says: [
      /4901 more lines of this reply were read and are not kept/,
      /sent a reply of 5001 lines at EHLO[^]*This check read all of them/,
    ],
    saysNot: [/does not behave like a mail server/],
  },
  {
    situation: 'EHLO answer that drips one 250- line a second for ever (beats idle timeouts)',
    scenario: 'drips-for-ever',
    verdict: NO_SIDE,
    says: [/did not finish its answer at EHLO within \d+ s/],
    saysNot: [/fell silent/],
  },
  {
    situation: 'EHLO answer whose last line never comes',
    scenario: 'ehlo-stalls',
    verdict: NO_SIDE,
    says: [/began to answer at EHLO and had not finished after \d+ s/],
    saysNot: [],
  },
  {
    situation: 'Accepts and closes at once',
    scenario: 'closed-at-greeting',
    verdict: NO_SIDE,
    says: [/^Deferred: \S+ \[\S+\] closed the connection before the greeting/m],
    saysNot: [],
  },
  {
    situation: 'EHLO unknown (502), HELO works',
    scenario: 'helo-only',
    says: [/knows only HELO: no encryption, no extensions/],
    saysNot: [],
  },
  {
    situation: 'Replies end in bare CR',
    scenario: 'bare-cr-greeting',
    verdict: NO_SIDE,
    says: [/with a bare CR at the end\. Lines end with CR and LF, so nobody can know that this one is over/],
    saysNot: [/Often something that screens connections|longer time-?out/],
  },
  {
    situation: 'Continuation lines with different codes (250-, 251-, 550 )',
    scenario: 'codes-differ',
    says: [/different codes, 250 and 550, in one reply/],
    saysNot: [],
  },
  {
    situation: 'Code 999',
    scenario: 'code-out-of-range',
    says: [/unknown reply code 999/],
    saysNot: [/does not begin with a reply code/],
  },
  {
    situation: '354 to RCPT',
    scenario: 'data-code-at-rcpt',
    says: [/unexpected reply code 354/],
    saysNot: [],
  },
  {
    situation: '252 to RCPT (cannot verify)',
    scenario: 'recipient-not-verified',
    says: [/^Accepted: /m, /The server could not verify the recipient, so acceptance proves less/],
    saysNot: [],
  },
  {
    situation: '251 to RCPT (will forward)',
    scenario: 'recipient-forwarded',
    says: [/^Accepted: /m, /The server forwards the mail to jo@elsewhere\.example/],
    saysNot: [],
  },
  {
    situation: 'STARTTLS offered, refused with 454',
    scenario: 'starttls-refused',
    says: [
      /offers STARTTLS and then refuses it[^]*The answer was "454 /,
      /Most senders use TLS when they can and deliver anyway/,
    ],
    saysNot: [],
  },
  {
    situation: '220 to STARTTLS, then plain text instead of TLS',
    scenario: 'starttls-ignored',
    // The words may be the server's or be put in between: no side is proven.
    verdict: NO_SIDE,
    says: [/^Deferred: no TLS with \S+ \[\S+\], more was said in the clear after STARTTLS/m],
    saysNot: [/Words were put into the session/],
  },
  {
    situation: 'Plain-text replies sent in one packet with the 220 to STARTTLS (response injection)',
    scenario: 'starttls-injection',
    verdict: NO_SIDE,
    says: [/A sender must throw it away or end the session/, /never take it for an answer under TLS/],
    saysNot: [],
  },
  {
    situation: 'Odd server with working STARTTLS (good certificate); offers more extensions after TLS',
    scenario: 'auth-under-tls',
    says: [/^Accepted: /m],
    saysNot: [],
  },
  {
    situation: 'TLS established, then closed at EHLO inside it',
    scenario: 'closed-under-tls',
    // A second try in the clear follows, as Postfix makes it, and is accepted.
    verdict: { outcome: 'accepted', side: 'unknown' },
    says: [
      /closed the connection at EHLO inside TLS without a reply/,
      /Senders such as Postfix come back without TLS/,
    ],
    saysNot: [/hung up\. Common causes: a rule about that name/],
  },
  {
    situation: 'Temporary local fault at MAIL FROM',
    scenario: 'local-error-at-mail',
    says: [/^Deferred: a part of the server does not work, says \S+ \[\S+\] at MAIL FROM/m],
    saysNot: [],
  },
  {
    situation: 'Resets on RCPT',
    scenario: 'closed-at-rcpt',
    verdict: NO_SIDE,
    says: [/^Deferred: \S+ \[\S+\] reset the connection at RCPT TO/m],
    saysNot: [],
  },
  {
    situation: '421 to RCPT and closed',
    scenario: 'busy-in-mid-session',
    says: [/^Deferred: .* at RCPT TO[^]*The session was ended there/m],
    saysNot: [],
  },
  {
    situation: 'Closes after the final dot',
    scenario: 'closed-at-final-dot',
    verdict: NO_SIDE,
    says: [
      /It may have arrived or not\. A sending mail server tries again, for some days, so it can arrive twice/,
    ],
    saysNot: [],
  },
  {
    situation: 'Refused after the final dot as spam',
    scenario: 'message-taken-for-spam',
    says: [
      /^Rejected permanently: the message was judged to be spam/m,
      /The recipient had been accepted/,
      /What was judged is the test message of this check; real mail may fare otherwise/,
    ],
    saysNot: [/need not hold for another sender/],
  },
  {
    situation: 'Odd server that accepts all recipients',
    scenario: 'catch-all',
    says: [/accepts any recipient/, /acceptance proves nothing about the mailbox/],
    saysNot: [],
  },
  {
    situation: '451 at the first RCPT of a sender-recipient pair, 250 after 3 s',
    scenario: 'greylisting-brief',
    // A normal sender is let in at a later try: nobody has to act.
    verdict: { side: 'none' },
    says: [/greylisting[^]*repeats the check automatically after \d s/],
    saysNot: [],
  },
  {
    situation: 'RCPT answer in the style of gmail552',
    scenario: 'refused-by-providers',
    says: [/^Rejected permanently: the mailbox is full, says mx0/m, /The mailbox is full, says mx0/],
    saysNot: [],
  },
  {
    situation: 'RCPT answer in the style of gmail421',
    scenario: 'deferred-by-providers',
    says: [
      /Deferred: the sender is rate limited for unsolicited mail, says mx0/,
      /A sending server keeps the message, tries again/,
      /Find what sends it, and stop it: a stolen account/,
    ],
    saysNot: [],
  },
  {
    situation: 'RCPT answer in the style of outlook550',
    scenario: 'refused-by-providers',
    says: [
      /The recipient is unknown to Microsoft 365, says mx1/,
      /mx1\.\S+ \[\S+\] answered "550 5\.4\.1 .* A sending server returns the message at once/,
      /Microsoft 365 does not know the recipient \(directory-based edge blocking\)/,
    ],
    saysNot: [],
  },
  {
    situation: 'RCPT answer in the style of outlook5516',
    scenario: 'refused-by-providers',
    says: [
      /The mailbox is unavailable, says mx2/,
      /mx2\.\S+ \[\S+\] answered "550 5\.5\.0 .* A sending server returns the message at once/,
    ],
    saysNot: [],
  },
  {
    situation: 'RCPT answer in the style of outlookban',
    scenario: 'address-banned',
    says: [
      /he sending server is banned by Microsoft \(198\.51\.100\.10\), says mx1/,
      /^Rejected permanently: /m,
    ],
    saysNot: [],
  },
  {
    situation: 'RCPT answer in the style of outlook451',
    scenario: 'deferred-by-providers',
    says: [
      /he sending server is rate limited for its reputation \(198\.51\.100\.10\), says mx1/,
      /mx1\.\S+ \[\S+\] answered "451 4\.7\.650 .* A sending server keeps the message, tries again/,
    ],
    saysNot: [/[Tt]oo much came from this sender|fix: .*send more slowly/],
  },
  {
    situation: 'RCPT answer in the style of yahoo554',
    scenario: 'refused-by-providers',
    says: [
      /The mailbox does not exist, says mx4/,
      /mx4\.\S+ \[\S+\] answered "554 delivery error.* A sending server returns the message at once/,
    ],
    saysNot: [],
  },
  {
    situation: 'RCPT answer in the style of icloud',
    scenario: 'refused-by-providers',
    says: [
      /The mailbox does not exist, says mx5/,
      /mx5\.\S+ \[\S+\] answered "550 5\.1\.1 .* A sending server returns the message at once/,
    ],
    saysNot: [],
  },
  {
    situation: 'RCPT answer in the style of gmx',
    scenario: 'refused-by-providers',
    says: [
      /The mailbox is unavailable, says mx6/,
      /mx6\.\S+ \[\S+\] answered "550 .* A sending server returns the message at once/,
    ],
    saysNot: [],
  },
  {
    situation: 'RCPT answer in the style of mimecast',
    scenario: 'refused-by-providers',
    says: [
      /A rule there does not allow it, says mx7/,
      /mx7\.\S+ \[\S+\] answered "550 Administrative prohibition.* A sending server returns the message at once/,
    ],
    saysNot: [],
  },
  {
    situation: 'RCPT answer in the style of exchange',
    scenario: 'refused-by-providers',
    says: [
      /The server does not serve this domain, says mx8/,
      /mx8\.\S+ \[\S+\] answered "550 5\.7\.54 .* A sending server returns the message at once/,
    ],
    saysNot: [],
  },
  {
    situation: 'RCPT answer in the style of enhmismatch',
    scenario: 'code-contradicts-status',
    says: [
      /The code 550 counts; the enhanced code 2\.1\.5, which means success, contradicts it/,
      /^Rejected permanently: the mailbox does not exist/m,
      /the enhanced code 2\.1\.5, which means success, contradicts it/,
    ],
    saysNot: [/its rules do not allow this recipient|The server accepts/],
  },
  {
    situation: 'RCPT answer in the style of enhmismatch4',
    scenario: 'status-says-for-now',
    says: [
      /The code 550 counts, so senders return the message; the enhanced code 4\.2\.1 contradicts it/,
      /^Rejected permanently: /m,
      /the server probably meant a temporary refusal/,
    ],
    saysNot: [/is disabled|switched off|has to open the mailbox again/],
  },
  {
    situation: 'RCPT answer in the style of utf8reply',
    scenario: 'utf8-text',
    says: [/550 5\.1\.1 Empfänger unbekannt, 未知 unknown user/, /^Rejected permanently: /m],
    saysNot: [],
  },
  {
    situation: 'RCPT answer in the style of rcpt503',
    scenario: 'bad-sequence',
    says: [
      /^Rejected permanently: bad sequence of commands/m,
      /A sending server returns the message at once/,
    ],
    saysNot: [/its rules do not allow this recipient/],
  },
  {
    situation: 'RCPT answer in the style of overlimit',
    scenario: 'reply-line-too-long',
    says: [/sent a reply line of \d{4} octets at RCPT TO \(limit 512\)/, /^Rejected permanently: /m],
    saysNot: [/The sending server keeps the mail/],
  },
  {
    situation: 'Reply in ISO 8859-1',
    scenario: 'eight-bit-text',
    says: [/Empf\\xe4nger unbekannt/],
    saysNot: [],
  },
  {
    situation: 'Refused after the dot: DMARC (Gmail style)',
    scenario: 'message-fails-dmarc',
    says: [/^Rejected permanently: DMARC of the sender domain did not pass/m],
    saysNot: [],
  },
  {
    situation: 'Never answers QUIT',
    scenario: 'never-answers-quit',
    says: [/^Accepted: /m],
    saysNot: [],
  },
  {
    situation: 'STARTTLS offered in lower case with surplus spaces',
    scenario: 'starttls-in-small-letters',
    says: [/encrypted with TLS 1\.\d, certificate trusted/],
    saysNot: [],
  },
];
