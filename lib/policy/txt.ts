/** The next string of TXT data in presentation form (RFC 1035 §5.1), without its quotes. */
const STRING = / ?"((?:[^"\\]|\\.)*)"/gsy;
const ESCAPE = /\\(\d{3}|.)/gs;

/**
 * TXT data in presentation form → its text: the strings of one record are one text, without anything between them (RFC 7208 §3.3,
 * RFC 6376 §3.6.2.2, RFC 9989 §4.6, RFC 8461 §3.1). Octets above 127 are the characters of the same number.
 */
export function textOfTxt(data: string): string {
  return stringsOfTxt(data).join('');
}

/** The strings of TXT data, each by itself. */
function stringsOfTxt(data: string): string[] {
  return Array.from(data.matchAll(STRING), ([, inside = '']) =>
    inside.replace(ESCAPE, (_, escaped: string) =>
      escaped.length === 3 ? String.fromCharCode(Number(escaped)) : escaped,
    ),
  );
}

/** RFC 1035 §3.3: octets of one string. */
const MAX_STRING = 255;

/** Text → TXT data in presentation form, in as many strings as it needs; what does not print, and quotes, escaped (RFC 1035 §5.1). */
export function inTxtStrings(text: string): string {
  const octets = Array.from(new TextEncoder().encode(text));
  const strings = Array.from({ length: Math.max(1, Math.ceil(octets.length / MAX_STRING)) }, (_, n) =>
    octets
      .slice(n * MAX_STRING, (n + 1) * MAX_STRING)
      .map(presented)
      .join(''),
  );
  return strings.map((one) => `"${one}"`).join(' ');
}

function presented(octet: number): string {
  const character = String.fromCharCode(octet);
  if (character === '"' || character === '\\') return `\\${character}`;
  return octet < 0x20 || octet > 0x7e ? `\\${String(octet).padStart(3, '0')}` : character;
}
