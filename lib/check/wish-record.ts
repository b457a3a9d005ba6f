import { textOfTxt } from '@/lib/policy/txt';

/**
 * Whether TXT data at `_mxproof` below a domain asks for no contact: the text is `no`, or a list of tags that begins with
 * `v=mxproof1` and holds `contact=no`. Letter case and white space around tags do not matter, tags that are not known are
 * passed over. Anything else asks for nothing.
 */
export function asksForNoContact(data: string): boolean {
  const text = textOfTxt(data).trim().toLowerCase();
  if (text === 'no') return true;
  const [version, ...tags] = text.split(';').map(readTag);
  return version === 'v=mxproof1' && tags.includes('contact=no');
}

function readTag(text: string): string {
  const at = text.indexOf('=');
  return at === -1 ? text.trim() : `${text.slice(0, at).trim()}=${text.slice(at + 1).trim()}`;
}
