import { no, ok, type Result } from '@/lib/result';

/** Octets of a header that are read. */
const MAX_HEADER_OCTETS = 1_000_000;

/** Lines of a header. */
const MAX_HEADER_LINES = 10_000;

/** A field as it came, folded, without the end of its last line; a character is an octet. */
export interface RawField {
  /** In lower case; empty for a line that is no field. */
  name: string;
  text: string;
}

/** A message whose every octet counts. Lines end with CRLF (RFC 5322 §2.1): that is how it was signed. */
export interface WholeMessage {
  fields: readonly RawField[];
  body: Uint8Array;
}

export type MessageFault = 'empty' | 'no-header' | 'header-too-large' | 'header-too-many-lines';

const [LF, CR] = [0x0a, 0x0d];

/** Octets of a message, as they were pasted or kept → its fields and its body. */
export function readWhole(raw: Uint8Array): Result<WholeMessage, MessageFault> {
  const octets = withCrlf(withoutSurroundings(raw));
  if (octets.length === 0) return no('empty');
  const end = endOfHeader(octets);
  if (end > MAX_HEADER_OCTETS) return no('header-too-large');
  const lines = latin1(octets.subarray(0, end))
    .replace(/\r\n$/, '')
    .split('\r\n', MAX_HEADER_LINES + 1);
  if (lines.length > MAX_HEADER_LINES) return no('header-too-many-lines');
  const fields = fieldsOf(lines);
  if (!fields.some(({ name }) => name !== '')) return no('no-header');
  return ok({ fields, body: octets.subarray(Math.min(end + 2, octets.length)) });
}

/** A byte order mark, and the line that an mbox puts before a message (RFC 4155). */
function withoutSurroundings(raw: Uint8Array): Uint8Array {
  const text = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? raw.subarray(3) : raw;
  let start = 0;
  while (text[start] === LF || text[start] === CR) start++;
  const octets = text.subarray(start);
  const beginning = latin1(octets.subarray(0, 400));
  const line = /^>?From [^\r\n]+(?:\r\n|\r|\n)/.exec(beginning);
  return line === null ? octets : octets.subarray(line[0].length);
}

/** Every line ends with CRLF: LF alone does not in mail, and CR alone only where a file has no other end of a line. */
function withCrlf(octets: Uint8Array): Uint8Array {
  const isOfCr = octets.includes(CR) && !octets.includes(LF);
  const isAlone = (at: number) => (isOfCr ? octets[at] === CR : octets[at] === LF && octets[at - 1] !== CR);
  let alone = 0;
  for (let at = 0; at < octets.length; at++) if (isAlone(at)) alone++;
  if (alone === 0) return octets;
  const whole = new Uint8Array(octets.length + alone);
  let to = 0;
  for (let at = 0; at < octets.length; at++) {
    if (!isAlone(at)) whole[to++] = octets[at] ?? 0;
    else {
      whole[to++] = CR;
      whole[to++] = LF;
    }
  }
  return whole;
}

/** Where the blank line begins; the end of the octets where there is none. */
function endOfHeader(octets: Uint8Array): number {
  for (let at = octets.indexOf(CR); at !== -1; at = octets.indexOf(CR, at + 1))
    if (octets[at + 1] === LF && octets[at + 2] === CR && octets[at + 3] === LF) return at + 2;
  return octets.length;
}

function fieldsOf(lines: readonly string[]): RawField[] {
  const fields: { name: string; lines: string[] }[] = [];
  for (const line of lines) {
    const last = fields.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) last.lines.push(line);
    else fields.push({ name: nameOf(line), lines: [line] });
  }
  return fields.map(({ name, lines: own }) => ({ name, text: own.join('\r\n') }));
}

/** RFC 5322 §2.2: printable characters without a colon; §4.5 lets blanks stand before it. */
function nameOf(line: string): string {
  const at = line.indexOf(':');
  const name = at > 0 && at <= 100 ? line.slice(0, at).trimEnd() : '';
  return /^[!-9;-~]+$/.test(name) ? name.toLowerCase() : '';
}

/** The value of a field, unfolded (RFC 5322 §2.2.3). */
export function valueOf({ text }: RawField): string {
  return text
    .slice(text.indexOf(':') + 1)
    .replaceAll('\r\n', '')
    .trim();
}

export function latin1(octets: Uint8Array): string {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength).toString('latin1');
}
