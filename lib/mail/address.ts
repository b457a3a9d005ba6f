/** East Asian letters, and the signs that go with them. */
const EAST_ASIAN = String.raw`[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]`;

/** An address inside text: what stands before the `@` without spaces, or quoted; a name or a literal after it. */
const LOCAL = String.raw`(?:"[^"\r\n]{1,64}"|[^\s<>()\[\]{}@,;:"'\\|]{1,64})`;
const HOST = String.raw`(?:[a-z0-9\u0080-\uffff_-]{1,63}(?:\.[a-z0-9\u0080-\uffff_-]{1,63}){0,10}|\[[0-9a-f.:ipv]{3,45}\])`;
const MAILBOX = `${LOCAL}@${HOST}`;

/** Looked for from the `@`: from each letter, a long text without spaces takes long. */
const ANY = new RegExp(`@(?<=(${LOCAL})@)(${HOST})`, 'giu');
const ALONE = new RegExp(`^(?:smtp:|mailto:|rfc ?822; ?)?<?(${MAILBOX})>?$`, 'iu');

/** The first lines that a person would take for a recipient: an address, alone or with a reason behind it. */
const AT_START = new RegExp(
  String.raw`^[\s*•·"'>-]{0,20}(?:\d{1,3}[.)]\s{1,5})?(?:(?:to|(?:(?:failed|invalid|original)\s)?(?:recipient|e-?mail)?\s?address|recipient|addressee|addressed to|user|mailbox|rcpt)(?:\(s\)|s|es)?\s?:\s{0,5})?(?:${EAST_ASIAN}{1,12}:?\s{0,3})?(?:"[^"\r\n]{1,80}"\s)?["'(\[]?<?(?:smtp:|mailto:|rfc ?822; ?)?(${MAILBOX})[>"')\]]{0,3}(?=$|[\s:,;.(<-])([:,;.]?)\s{0,20}(.*)$`,
  'iu',
);

const NAMED =
  /^\s{0,20}["']?(?:\p{Lu}[\p{L}.'-]{0,30},?\s{1,2}){1,4}["']?[<([]([^\s<>()[\]]{3,300})[>)\]](.*)$/u;

/** All addresses of a text, of as many characters as are read, in order, each once. */
export function addressesIn(text: string, characters = 20_000): string[] {
  const found = placesOfAddresses(text.slice(0, characters)).map(({ address }) => trimmed(address));
  return [...new Set(found)].filter((address) => !address.startsWith('@'));
}

/** No letter belongs to two; a quoted local part may hold an `@`. */
function placesOfAddresses(text: string): { address: string; end: number }[] {
  const found: { address: string; end: number }[] = [];
  for (const { 1: local = '', 2: host = '', index } of text.matchAll(ANY)) {
    const from = index - local.length;
    if (local.startsWith('"') && from < (found.at(-1)?.end ?? 0)) found.pop();
    const begin = Math.max(from, found.at(-1)?.end ?? 0);
    const end = index + 1 + host.length;
    if (begin < index) found.push({ address: text.slice(begin, end), end });
  }
  return found;
}

/** `<user@example.org>`, `rfc822; user@example.org` → the address; null when there is anything else. */
export function addressAlone(text: string): string | null {
  const found = ALONE.exec(text.trim().slice(0, 400))?.[1];
  return found === undefined ? null : trimmed(found);
}

/** A line that begins with an address, what follows it, and whether that is set off by a sign. */
export interface LeadingAddress {
  address: string;
  rest: string;
  isSetOff: boolean;
}

export function addressAtStart(line: string): LeadingAddress | null {
  const [, address, sign = '', rest = ''] = AT_START.exec(line.slice(0, 1_000)) ?? [];
  const named = address === undefined ? '@' : trimmed(address);
  return named.startsWith('@')
    ? null
    : { address: named, rest, isSetOff: /[:;]/.test(sign) || /^\s*</.test(line) };
}

/** An X.400 address with that of SMTP in it (RFC 2156 §4): `c=US;a= ;p=ORG;o=Unit;dda:SMTP=user@example.org; …`. */
const X400 = new RegExp(
  String.raw`^\s{0,20}(?:[a-z]{1,3}=[^;=\n]{0,64};\s?){1,10}dda:smtp=(${MAILBOX})(?:[;(]|$)(.*)$`,
  'iu',
);

/** A line that begins with an X.400 address which has one of SMTP, and what follows it. */
export function x400AtStart(line: string): LeadingAddress | null {
  const [, address, rest = ''] = X400.exec(line.slice(0, 400)) ?? [];
  return address === undefined ? null : { address: trimmed(address), rest, isSetOff: true };
}

/** A line that begins with the name of a person and their address in brackets, and what follows it. */
export function namedAtStart(line: string): LeadingAddress | null {
  const [, address = '', rest = ''] = NAMED.exec(line.slice(0, 400)) ?? [];
  const alone = address === '' ? null : addressAlone(address);
  return alone === null ? null : { address: alone, rest, isSetOff: true };
}

function trimmed(address: string): string {
  return withoutWords(address.replace(/^[.*=&]+|(?<![.'*])[.'*]+$/g, ''));
}

/** East Asian words stand next to an address without a space; an address of letters and such signs is none. */
const WORDS_BEFORE = new RegExp(`^.{0,64}${EAST_ASIAN}(?=[!-~]{1,64}@)`, 'u');
const WORDS_BEHIND = new RegExp(String.raw`(@[!-~]{1,250}\.[a-z]{2,24})\.?${EAST_ASIAN}.*$`, 'iu');

function withoutWords(address: string): string {
  return address.replace(WORDS_BEFORE, '').replace(WORDS_BEHIND, '$1');
}

/** Two spellings of one mailbox: the domain has no case, and hardly anybody's local part has (RFC 5321 §2.4). */
export function isSameAddress(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The host part of the first address in a text. */
export function hostOfAddress(text: string): string | null {
  const [address] = addressesIn(text);
  return address === undefined ? null : address.slice(address.lastIndexOf('@') + 1);
}

/** Names under which mail systems write, not people. */
export function isMailSystem(address: string): boolean {
  return /^(?:mxl~)?(?:mailer[-_]?daemon|post-?_?master|mail-?daemon|mdaemon|mdn|bounces?|no-?reply-?mail|mail[-_]?delivery|maildelivery|microsoftexchange[0-9a-f]{8,40})\b/i.test(
    address,
  );
}
