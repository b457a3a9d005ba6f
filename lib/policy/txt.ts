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
