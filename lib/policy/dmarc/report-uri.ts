/** Where reports are to go; RFC 9989 §4.6. */
export interface ReportUri {
  /** As written, without the limit of size. */
  uri: string;
  /** Of a `mailto:` in lower case; null for other schemes. */
  address: string | null;
  /** What RFC 7489 §6.4 allowed behind an exclamation mark, and RFC 9990 ignores; null when there is none. */
  sizeLimit: string | null;
}

const URI = /^([a-z][a-z0-9+.-]*:[^\s!,]+)(?:!(\d+[kmgt]?))?$/i;
const MAILTO = /^mailto:([^?]+@[^?@]+)/i;

/** Reads a list of addresses, separated by commas; `isWhole` is false when one of them is none. */
export function readUris(value: string): { uris: ReportUri[]; isWhole: boolean } {
  const read = value.split(',').map((text) => readUri(text.trim()));
  const uris = read.filter((uri) => uri !== null);
  return { uris, isWhole: uris.length === read.length };
}

function readUri(text: string): ReportUri | null {
  const [, uri, sizeLimit = null] = URI.exec(text) ?? [];
  if (uri === undefined) return null;
  const [, address] = MAILTO.exec(uri) ?? [];
  if (address === undefined && uri.toLowerCase().startsWith('mailto:')) return null;
  return { uri, address: address?.toLowerCase() ?? null, sizeLimit };
}
