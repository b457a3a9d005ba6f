/** The next string of TXT data in presentation form (RFC 1035 §5.1), without its quotes. */
const STRING = / ?"((?:[^"\\]|\\.)*)"/gsy;
const ESCAPE = /\\(\d{3}|.)/gs;

/**
 * Whether TXT data at `_mxproof` below a domain asks for no contact: the text is `no`, or a list of tags that begins with
 * `v=mxproof1` and holds `contact=no`. Letter case and white space around tags do not matter, tags that are not known are
 * passed over. Anything else asks for nothing.
 */
export function asksForNoContact(data: string): boolean {
  const text = textOf(data).trim().toLowerCase();
  if (text === 'no') return true;
  const [version, ...tags] = text.split(';').map(readTag);
  return version === 'v=mxproof1' && tags.includes('contact=no');
}

/** RFC 7208 §3.3 says it for SPF: the strings of one record are one text, without anything between them. */
function textOf(data: string): string {
  return Array.from(data.matchAll(STRING), ([, inside = '']) =>
    inside.replace(ESCAPE, (_, escaped: string) =>
      escaped.length === 3 ? String.fromCharCode(Number(escaped)) : escaped,
    ),
  ).join('');
}

function readTag(text: string): string {
  const at = text.indexOf('=');
  return at === -1 ? text.trim() : `${text.slice(0, at).trim()}=${text.slice(at + 1).trim()}`;
}
