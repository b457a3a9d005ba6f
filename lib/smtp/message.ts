/** What a message is made of; addresses as in the envelope, without angle brackets. */
export interface MessageParts {
  /** Empty for the null sender: then it comes from the postmaster of `helo`. */
  from: string;
  to: string;
  helo: string;
  subject: string;
  body: string;
  /** As `messageDate` writes it. */
  date: string;
  /** Without angle brackets. */
  messageId: string;
}

/** What is sent when the person writes nothing else. */
export const DEFAULT_MESSAGE = {
  subject: 'Test of mail delivery',
  body: 'This message tests whether mail reaches you. It was sent by mxproof; no answer is needed.',
};

/** Octets of a line; RFC 5322 §2.1.1. */
const MAX_LINE_OCTETS = 998;

/** Characters of an encoded line; RFC 2045 §6.7. */
const MAX_ENCODED_LINE = 76;

/** Octets of text in one encoded word, so that `Subject: =?utf-8?B?…?=` stays within 76 characters; RFC 2047 §2. */
const MAX_WORD_OCTETS = 39;

/** Characters of a subject that is not folded; with its name it stays below the limit of a line. */
const MAX_PLAIN_SUBJECT = 900;

/**
 * A small correct message (RFC 5322), with CRLF and before dot-stuffing. It says that a machine wrote it (RFC 3834),
 * so that nobody's holiday notice answers. Line breaks and controls in the subject become spaces.
 */
export function composeMessage(parts: MessageParts): string {
  const { to, helo, date, messageId } = parts;
  const body = parts.body.replace(/\r\n?|\n/g, '\r\n').replace(/(?<!\r\n)(?:\r\n)*$/, '\r\n');
  const isPlain = /^[\t\r\n -~]*$/.test(body) && longestLine(body) <= MAX_LINE_OCTETS;
  return [
    `Date: ${date}`,
    `Message-ID: <${messageId}>`,
    `From: <${parts.from === '' ? `postmaster@${helo}` : parts.from}>`,
    `To: <${to}>`,
    `Subject: ${encodeSubject(parts.subject)}`,
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    `Content-Type: text/plain; charset=${isPlain ? 'us-ascii' : 'utf-8'}`,
    `Content-Transfer-Encoding: ${isPlain ? '7bit' : 'quoted-printable'}`,
    '',
    isPlain ? body : quotedPrintable(body),
  ].join('\r\n');
}

/** The message as it goes on the wire, line by line with the final dot (RFC 5321 §4.5.2). */
export function stuffedLines(message: string): string[] {
  const lines = message.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return [...lines.map((line) => (line.startsWith('.') ? `.${line}` : line)), '.'];
}

/** RFC 5322 §3.3, in UTC. */
export function messageDate(date: Date): string {
  return date.toUTCString().replace('GMT', '+0000');
}

/** An id that no other message has (RFC 5322 §3.6.4); `random` gives 0 ≤ x < 1. */
export function newMessageId(date: Date, helo: string, random: () => number): string {
  const word = () => Math.floor(random() * 2 ** 48).toString(36);
  return `${date.getTime().toString(36)}.${word()}${word()}@${helo}`;
}

function longestLine(text: string): number {
  return Math.max(...text.split('\r\n').map((line) => line.length));
}

function encodeSubject(subject: string): string {
  const text = subject.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim();
  if (/^[ -~]*$/.test(text) && !text.includes('=?') && text.length <= MAX_PLAIN_SUBJECT) return text;
  const words: string[] = [];
  let word = '';
  for (const char of text) {
    if (octetsOf(word + char).length > MAX_WORD_OCTETS) {
      words.push(word);
      word = '';
    }
    word += char;
  }
  return [...words, word].map((one) => `=?utf-8?B?${base64(one)}?=`).join('\r\n ');
}

/** RFC 2045 §6.7; spaces and tabs at the end of a line are encoded. */
function quotedPrintable(text: string): string {
  return text.split('\r\n').map(encodeLine).join('\r\n');
}

function encodeLine(line: string): string {
  const done: string[] = [];
  let now = '';
  const octets = octetsOf(line);
  for (const [index, octet] of octets.entries()) {
    const isBlank = octet === 0x20 || octet === 0x09;
    const isLiteral = isBlank ? index < octets.length - 1 : octet > 0x20 && octet < 0x7f && octet !== 0x3d;
    const part = isLiteral
      ? String.fromCharCode(octet)
      : `=${octet.toString(16).toUpperCase().padStart(2, '0')}`;
    if (now.length + part.length > MAX_ENCODED_LINE - 1) {
      done.push(`${now}=`);
      now = '';
    }
    now += part;
  }
  return [...done, now].join('\r\n');
}

function base64(text: string): string {
  return btoa(Array.from(octetsOf(text), (octet) => String.fromCharCode(octet)).join(''));
}

function octetsOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
