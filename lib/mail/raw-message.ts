/** Octets of one message that are read; what matters stands before the returned message. The rest is kept unread. */
const MAX_READ_OCTETS = 1_000_000;

/**
 * Lines of one message that are read: short ones cost as much as long ones, some 30 µs each in the MIME reader. A notice about
 * 500 recipients has some 3,000.
 */
const MAX_READ_LINES = 6_000;

/** Fields with which mails, or what people copy of them, begin. */
const FIRST_FIELD =
  /^(?:return-path|received|delivered-to|from|to|cc|subject|date|message-id|mime-version|content-[a-z-]+|reply-to|sender|auto-submitted|authentication-results|dkim-signature|arc-[a-z-]+|x-[a-z0-9-]+|envelope-to|delivery-date|feedback-id|references|in-reply-to|precedence|errors-to|thread-[a-z]+|importance|status|received-spf|list-[a-z-]+|resent-[a-z-]+)[ \t]*:/i;

/** What was handed over, as one message; `hasHeader` is false for text copied out of a mail program. */
export interface RawMessage {
  bytes: Uint8Array;
  hasHeader: boolean;
  /** What was left unread, in words. */
  limits: string[];
}

/**
 * Takes off what surrounds a message: a byte order mark, blank lines, the line of an mbox (RFC 4155), quoting by `>`; and
 * turns every line end into CRLF.
 */
export function readRawMessage(raw: Uint8Array): RawMessage {
  const isLong = raw.length > MAX_READ_OCTETS;
  const limits = isLong ? [`The first ${MAX_READ_OCTETS / 1_000_000} MB were read.`] : [];
  // One character an octet: nothing is decoded before its charset is known.
  let text = latin1Of(raw.subarray(0, MAX_READ_OCTETS));
  const lines = text.replace(/^\u00ef\u00bb\u00bf/, '').split(/\r\n|\n|\r/, MAX_READ_LINES + 1);
  if (lines.length > MAX_READ_LINES)
    limits.push(`The first ${MAX_READ_LINES.toLocaleString('en')} lines were read.`);
  text = lines.slice(0, MAX_READ_LINES).join('\r\n');
  text = unquoted(text.replace(/^(?:[ \t]*\r\n)+/, ''));
  text = text.replace(/^>?From [^\r\n]{1,400}\r\n/, '').replace(/^(?:[ \t]*\r\n)+/, '');
  return { bytes: Uint8Array.from(Buffer.from(text, 'latin1')), hasHeader: beginsWithHeader(text), limits };
}

/** Two field lines at the beginning, one of them a known one: the rest is for the MIME reader. */
function beginsWithHeader(text: string): boolean {
  const lines = text.slice(0, 20_000).split('\r\n');
  const end = lines.indexOf('');
  const header = (end < 0 ? lines : lines.slice(0, end)).slice(0, 60);
  const fields = header.filter((line) => !/^[ \t]/.test(line));
  const isField = (line: string) => /^[!-9;-~]{1,80}[ \t]*:/.test(line);
  const known = fields.filter((line) => FIRST_FIELD.test(line)).length;
  return (
    isField(fields[0] ?? '') && fields.every(isField) && known >= Math.min(2, fields.length) && known > 0
  );
}

/** A whole message quoted in a reply: every line begins with `>`. */
function unquoted(text: string): string {
  const lines = text.split('\r\n');
  const quoted = lines.filter((line) => line.startsWith('>')).length;
  const filled = lines.filter((line) => line.trim() !== '').length;
  if (quoted < 3 || quoted < filled) return text;
  return lines.map((line) => line.replace(/^> ?/, '')).join('\r\n');
}

function latin1Of(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
