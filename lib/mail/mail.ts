import PostalMime from 'postal-mime';
import { type Fields, fieldsOf } from './fields';
import { htmlToText } from './html-to-text';
import { MAX_LINE, withShortLines } from './lines';
import { readRawMessage } from './raw-message';

/** A part that is no text to be read: a delivery status, a feedback report, the returned message. */
interface Part {
  type: string;
  text: string;
}

/** A mail as the readers need it. */
export interface Mail {
  header: Fields;
  hasHeader: boolean;
  /** All that a person would read, without markup. */
  text: string;
  parts: readonly Part[];
  limits: string[];
}

const OPTIONS = {
  forceRfc822Attachments: true,
  attachmentEncoding: 'arraybuffer',
  maxNestingDepth: 50,
  maxHeadersSize: 256_000,
} as const;

/** Parts that are read; RFC 6522 has three. */
const MAX_PARTS = 50;

/** Characters of one part that are read. */
const MAX_PART = 200_000;

/** What was pasted or uploaded → a mail. What the MIME reader gives up on is read as plain text, and told so. */
export async function readMail(raw: Uint8Array): Promise<Mail> {
  const { bytes, hasHeader, limits } = readRawMessage(raw);
  if (!hasHeader) return plainMail(bytes, hasHeader, limits);
  try {
    const email = await PostalMime.parse(bytes, OPTIONS);
    const attached = email.attachments.slice(0, MAX_PARTS);
    if (email.attachments.length > MAX_PARTS) limits.push(`The first ${MAX_PARTS} parts were read.`);
    const parts = attached.map(({ mimeType, content }) => ({
      type: mimeType,
      text: withShortLines(
        typeof content === 'string' ? content.slice(0, MAX_PART) : textOf(new Uint8Array(content)),
      ),
    }));
    const text = wordsOf(email.text ?? '', email.html ?? '');
    const isUnread = text.trim() === '' && attached.length === 0; // a multipart without a boundary, a type that is none
    return {
      header: fieldsOf(email.headers.map(({ key, value }) => [key, value.slice(0, MAX_LINE)] as const)),
      hasHeader,
      text: withShortLines((isUnread ? bodyOf(bytes) : text).slice(0, MAX_PART)),
      parts,
      limits,
    };
  } catch {
    limits.push('The MIME structure is broken or too deep: the message was read as plain text.');
    return plainMail(bytes, hasHeader, limits);
  }
}

/** All of it is text. */
function plainMail(bytes: Uint8Array, hasHeader: boolean, limits: string[]): Mail {
  return { header: fieldsOf([]), hasHeader, text: withShortLines(textOf(bytes)), parts: [], limits };
}

/** What a person would read: of two versions that with an address in it. */
function wordsOf(text: string, html: string): string {
  const isPoor = text.trim() === '' || (!text.includes('@') && html.includes('@'));
  return isPoor && html !== '' ? htmlToText(html) : text;
}

function bodyOf(bytes: Uint8Array): string {
  return textOf(bytes).replace(/^[^]*?\r\n\r\n/, '');
}

/** UTF-8 where it is, Latin-1 otherwise: what was copied out of a window has no charset. */
function textOf(bytes: Uint8Array): string {
  const some = bytes.subarray(0, MAX_PART);
  try {
    return new TextDecoder('utf-8', { fatal: some.length === bytes.length }).decode(some);
  } catch {
    return new TextDecoder('latin1').decode(some);
  }
}
