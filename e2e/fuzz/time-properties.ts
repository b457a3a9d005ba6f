import fc from 'fast-check';
import { asksForNoContact } from '@/lib/check/wish-record';
import { parseDomainName } from '@/lib/dns/name';
import { decodeMessage } from '@/lib/dns/wire';
import { explainReply } from '@/lib/meaning/meaning';
import { addressesIn, addressAtStart } from '@/lib/mail/address';
import { readDeliveryStatus } from '@/lib/notice/readers/delivery-status';
import { readFieldGroups, readHeader } from '@/lib/mail/fields';
import { htmlToText } from '@/lib/mail/html-to-text';
import { splitMbox } from '@/lib/mail/mbox';
import { readReceived } from '@/lib/mail/received';
import { authorOf } from '@/lib/message/author';
import { readArcSets } from '@/lib/message/arc-sets';
import { namesNeeded } from '@/lib/message/names-needed';
import { readWhole } from '@/lib/message/whole-message';
import { readHandedOver } from '@/lib/complaint/mail-reading';
import { withoutLocalParts } from '@/lib/mail/without-local-parts';
import { isOverwritten } from '@/lib/smtp/overwritten';
import { queueIdOf } from '@/lib/smtp/queue-id';
import { createReplyReader } from '@/lib/smtp/reply';
import { recipientKey } from '@/lib/target/recipient-key';
import { parseTarget } from '@/lib/target/target';
import { readsInTime } from '@/e2e/fuzz/cpu-time';
import { POLICIES, readPolicies } from '@/e2e/fuzz/policy-records';
import { repeated } from '@/e2e/fuzz/repeated';

const SPACES = [' ', '\t', '\n', '\r\n', '\r\n\r\n', '\r', '\u00a0', '\f'];
const SIGNS = [
  '-',
  '---',
  '>',
  '<',
  '<<<',
  '>>>',
  ':',
  ';',
  ',',
  '.',
  '..',
  '@',
  '"',
  "'",
  '(',
  ')',
  '[',
  ']',
];
const WORDS = [
  'a',
  'x',
  'X',
  '0',
  '5',
  '550',
  '5.1.1',
  '550 ',
  '550-5.1.1 ',
  'a.b',
  'a@b.c',
  '<a@b.example>',
];
const FOREIGN = [
  'é',
  'ß',
  '配信',
  '不',
  '\u0000',
  '\u{1f600}',
  '=',
  '=20',
  '=\r\n',
  '#',
  '%',
  '\\',
  '/',
  '*',
  '+',
];
const TEXT = [...SPACES, ...SIGNS, ...WORDS, ...FOREIGN];

const FIELDS = [
  'From: ',
  'To: a@b.example\r\n',
  'Subject: ',
  'Received: from a by b with SMTP id 1; Mon, 23 Nov 2026 09:12:44 +0000\r\n',
  'Final-Recipient: rfc822; a@b.example\r\n',
  'Action: failed\r\n',
  'Status: 5.1.1\r\n',
  'Diagnostic-Code: smtp; 550 5.1.1 no\r\n',
  'Reporting-MTA: dns; b.example\r\n',
  'Feedback-Type: abuse\r\n',
  'Original-Rcpt-To: a@b.example\r\n',
  'DKIM-Signature: d=',
  'd=',
  'redact',
];

const HOPS = [
  'from ',
  ' by ',
  ' with ',
  ' id ',
  ' for ',
  '(a ',
  '[192.0.2.1]',
  '[IPv6:',
  '::',
  'a.b.',
  'version=TLS',
  'Nov',
];

const SIGNATURES = [
  'DKIM-Signature: ',
  'ARC-Seal: i=1; ',
  'ARC-Message-Signature: i=1;\r\n ',
  'ARC-Authentication-Results: i=1; ',
  'From: a@b.example\r\n',
  'v=1; ',
  'a=rsa-sha256; ',
  'h=from:',
  'i=@',
  'b=',
  'b = a\r\n ',
];

const SENTENCES = [
  '----- The following addresses had permanent fatal errors -----\r\n',
  '----- Transcript of session follows -----\r\n',
  '... while talking to b.example.:\r\n',
  '>>> RCPT TO:<a@b.example>\r\n',
  '<<< 550 5.1.1 unknown\r\n',
  'The following recipients could not be reached:\r\n',
  'This is the mail system at host b.example.\r\n',
  'your message to a@b.example could not be delivered ',
  'mail delivery failed ',
  'message ',
  'recipient ',
  'delivery ',
  'wurde nicht zugestellt',
  'host b.example[192.0.2.1] said: 550 no ',
  '#550 5.1.1 RESOLVER ##',
  'Original message\r\n',
  'smtp error code 550 ',
  'click ',
];

const MIME = [
  '--b\r\n',
  '--b--\r\n',
  '--',
  'Content-Type: message/rfc822\r\n\r\n',
  'Content-Type: multipart/mixed; boundary=b\r\n\r\n',
  'Content-Type: text/plain\r\n\r\n',
  'Content-Type: text/html\r\n\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  'Content-Transfer-Encoding: quoted-printable\r\n',
  '; boundary=',
  '=?utf-8?B?w6k=?=',
  "filename*0*=utf-8''a%20",
];

const HTML = [
  '<',
  '>',
  '<p>',
  '</p>',
  '<table>',
  '<tr><td>',
  '</td>',
  '<!--',
  '-->',
  '<a href="',
  '&lt;',
  '&',
  '<br',
  '<style>',
  '<script>',
  '<b ',
  'a="',
];

const SYSTEM = 'From: MAILER-DAEMON@b.example\r\nTo: a@b.example\r\nSubject: Undeliverable mail\r\n';
const NOTICES = [
  `${SYSTEM}\r\n`,
  `${SYSTEM}X-Failed-Recipients: c@b.example\r\n\r\n`,
  `${SYSTEM}Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n`,
  `${SYSTEM}Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n`,
  `${SYSTEM}Content-Type: text/html\r\n\r\n<p>`,
  'Final-Recipient: rfc822; c@b.example\r\nAction: failed\r\n',
  'The following addresses had permanent fatal errors\r\n<c@b.example>\r\n',
  '',
];
const COMPLAINTS = [
  'From: fbl@b.example\r\nSubject: complaint about message from 192.0.2.1\r\n\r\n',
  `From: fbl@b.example\r\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\r\n\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nOriginal-Rcpt-To: `,
  `From: fbl@b.example\r\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\r\n\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: a@b.example\r\nTo: `,
  'Feedback-Type: abuse\r\n',
];

const octets = (text: string) => Buffer.from(text, 'utf8');

function inTime<T>(input: fc.Arbitrary<T>, read: (input: T) => unknown): fc.IRawProperty<unknown> {
  return fc.asyncProperty(input, (one) => readsInTime(() => read(one)));
}

/** Whatever is repeated however often in up to 200 kB, reading it takes no longer than it may. */
export const timeProperties: Readonly<Record<string, fc.IRawProperty<unknown>>> = {
  'a DNS message is read in time': inTime(dnsMessages(), decodeMessage),
  'a domain name in presentation form is read in time': inTime(
    repeated(['a', '.', '\\', '\\\\', '\\.', '\\000', '-', '_', 'é']),
    (text) => parseDomainName(text),
  ),
  'replies of a session are read in time': inTime(
    repeated([...TEXT, '250-', '250 ', '250-STARTTLS\r\n', '250 ok\r\n', '220 ***']),
    (text) => {
      const reader = createReplyReader();
      for (let at = 0; at < text.length; at += 1_460) reader.push(octets(text.slice(at, at + 1_460)));
      for (let line = reader.next(); line !== null; line = reader.next())
        isOverwritten(line.reply?.lines[0] ?? '');
    },
  ),
  'the words of a reply are read in time': inTime(
    repeated([
      ...TEXT,
      '*',
      '2.0.0 ',
      'queued as ',
      'id=',
      'message id: ',
      'ok ',
      'uuid=',
      'Message accepted',
    ]),
    (text) => {
      queueIdOf({ code: 250, enhanced: null, lines: [text] });
      isOverwritten(text);
    },
  ),
  'a pasted reply is explained in time': inTime(repeated([...TEXT, ...SENTENCES]), (reply) =>
    explainReply({ reply }),
  ),
  'a typed target is read in time': inTime(
    repeated([...TEXT, 'mailto:', 'smtp:', 'IPv6:', '2001:db8::', '192.0.2.1', 'xn--', 'example.org']),
    parseTarget,
  ),
  'a recipient is counted in time': inTime(
    repeated([...TEXT, '"', '\\', '+', '@', '[', 'IPv6:']),
    recipientKey,
  ),
  'a wish in a TXT record is read in time': inTime(
    repeated([...TEXT, '"', '\\', '"\\', 'no"', '"a" ', '=', '; '], ['"', '']),
    asksForNoContact,
  ),
  'records of policies are read in time': inTime(
    repeated(
      [...TEXT, ...POLICIES],
      ['v=spf1 ', 'v=DMARC1; ', 'v=DKIM1; ', 'v=STSv1; ', 'version: STSv1\n', ''],
    ),
    readPolicies,
  ),
  'fields of a header are read in time': inTime(
    repeated([...TEXT, ...FIELDS], ['', 'Subject:', 'a: b\r\n']),
    (text) => [readHeader(text), readFieldGroups(text)],
  ),
  'addresses in a text are found in time': inTime(repeated(TEXT), (text) => [
    addressesIn(text, text.length),
    addressAtStart(text),
  ]),
  'a delivery status is read in time': inTime(repeated([...TEXT, ...FIELDS]), readDeliveryStatus),
  'HTML in a mail is read in time': inTime(repeated([...TEXT, ...HTML]), htmlToText),
  'an mbox is split in time': inTime(
    repeated(
      [...TEXT, ...FIELDS, 'From a Mon Nov 23 09:12:44 2026\r\n', '>From '],
      ['From a Mon Nov 23 09:12:44 2026\n'],
    ),
    (text) => splitMbox(octets(text)),
  ),
  'the structure of a mail is read in time': inTime(repeated([...TEXT, ...MIME, ...HTML], NOTICES), (text) =>
    readHandedOver(octets(text)),
  ),
  'a notice about a delivery is read in time': inTime(
    repeated([...TEXT, ...FIELDS, ...SENTENCES], NOTICES),
    (text) => readHandedOver(octets(text)),
  ),
  'a complaint is read in time': inTime(
    repeated([...TEXT, ...FIELDS, ...SENTENCES, ...MIME], COMPLAINTS),
    (text) => readHandedOver(octets(text)),
  ),
  'the way of a message is read in time': inTime(repeated([...TEXT, ...HOPS]), (text) =>
    readReceived(Array.from({ length: 100 }, () => text)),
  ),
  'the signatures of a message are read in time': inTime(
    repeated([...TEXT, ...FIELDS, ...SIGNATURES], ['DKIM-Signature: ', 'ARC-Seal: ', 'From: ']),
    (text) => {
      const whole = readWhole(octets(text));
      if (whole.ok) [namesNeeded, authorOf, readArcSets].forEach((read) => read(whole.value));
    },
  ),
  'local parts are hidden in time': inTime(repeated(TEXT), (text) => withoutLocalParts({ text })),
};

/** Messages made of labels, pointers, records and counts, repeated. */
function dnsMessages(): fc.Arbitrary<Uint8Array> {
  const tokens = [
    '\x01a',
    '\x3f',
    '\xc0\x0c',
    '\xc0\x0e',
    '\xc0',
    '\x00',
    '\x00\x0f',
    '\x00\x01',
    '\xff',
    '\x00\x2e',
    '\x00\x29',
    '\x07example',
    '\x00\x00\x01\x2c',
    '\x00\x10\xff',
  ];
  const head = (counts: string) => `\x00\x01\x84\x00${counts}`;
  const frames = [
    head('\x00\x01\x0f\xff\x00\x00\x00\x00'),
    head('\x0f\xff\x00\x00\x00\x00\x00\x00'),
    head('\x00\x00\x00\x01\x00\x01\x00\x01'),
    '',
  ];
  return repeated(tokens, frames).map((text) => Uint8Array.from(Buffer.from(text, 'latin1')));
}
