/** Text as evidence shows it, and the bytes when the text does not give them back. */
export interface EscapedText {
  text: string;
  /** Base64 of the bytes; only when something had to be escaped. */
  raw?: string;
}

/** Controls, invisible marks of direction, tags and line separators: what moves a cursor or hides text on a screen. */
export const UNPRINTABLE =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;

/** Bytes from the network as text that is safe to show; everything unprintable and not UTF-8 becomes `\xNN`. */
export function escapeBytes(bytes: Uint8Array): EscapedText {
  let text = '';
  let isChanged = false;
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0;
    if (first >= 0x20 && first < 0x7f) {
      text += String.fromCharCode(first);
      at += 1;
      continue;
    }
    const part = bytes.subarray(at, at + lengthOfCharacter(first));
    const char = decodeCharacter(part);
    if (char === null || UNPRINTABLE.test(char)) {
      // What is not a character is escaped byte by byte, so that the next character is still found.
      const escaped = char === null ? part.subarray(0, 1) : part;
      text += hexOf(escaped);
      at += escaped.length;
      isChanged = true;
    } else {
      text += char;
      at += part.length;
    }
  }
  return isChanged ? { text, raw: base64Of(bytes) } : { text };
}

/** The same for text that has already been decoded, such as the names in a certificate. */
export function escapeText(text: string): string {
  return escapeBytes(new TextEncoder().encode(text)).text;
}

function lengthOfCharacter(first: number): number {
  if (first < 0xc0) return 1;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeCharacter(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}

function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
