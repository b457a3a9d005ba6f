/** An address inside text: what stands before the `@` without spaces, or quoted; a name or a literal after it. */
const MAILBOX = String.raw`(?:"[^"\r\n]{1,64}"|[^\s<>()\[\]{}@,;:"'\\|]{1,64})@(?:[a-z0-9\u0080-\uffff_-]{1,63}(?:\.[a-z0-9\u0080-\uffff_-]{1,63}){0,10}|\[[0-9a-f.:ipv]{3,45}\])`;

const ANY = new RegExp(MAILBOX, 'giu');
const ALONE = new RegExp(`^(?:smtp:|mailto:|rfc ?822; ?)?<?(${MAILBOX})>?$`, 'iu');

/** The first lines that a person would take for a recipient: an address, alone or with a reason behind it. */
const AT_START = new RegExp(
  String.raw`^[\s*•·"'-]{0,20}(?:\d{1,3}[.)]\s{1,5})?(?:(?:to|(?:recipient|e-?mail)?\s?address|recipient|user|mailbox|rcpt)\s?:\s{0,5})?(?:"[^"\r\n]{1,80}"\s)?["'(]?<?(?:smtp:|mailto:|rfc ?822; ?)?(${MAILBOX})[>"')]{0,3}(?=$|[\s:,;.(<-])[:,;.]?\s{0,20}(.*)$`,
  'iu',
);

/** All addresses of a text, in order, each once. */
export function addressesIn(text: string): string[] {
  return [...new Set([...text.slice(0, 20_000).matchAll(ANY)].map(([address]) => trimmed(address)))];
}

/** `<user@example.org>`, `rfc822; user@example.org` → the address; null when there is anything else. */
export function addressAlone(text: string): string | null {
  const found = ALONE.exec(text.trim().slice(0, 400))?.[1];
  return found === undefined ? null : trimmed(found);
}

/** A line that begins with an address, and what follows it. */
export function addressAtStart(line: string): { address: string; rest: string } | null {
  const [, address, rest = ''] = AT_START.exec(line.slice(0, 1_000)) ?? [];
  return address === undefined ? null : { address: trimmed(address), rest };
}

function trimmed(address: string): string {
  return address.replace(/^[.*=]+|[.'*]+$/g, '');
}

/** Two spellings of one mailbox: the domain has no case, and hardly anybody's local part has (RFC 5321 §2.4). */
export function isSameAddress(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Names under which mail systems write, not people. */
export function isMailSystem(address: string): boolean {
  return /^(?:mailer-daemon|postmaster|mail-?daemon|mdaemon|mdn|bounces?|no-?reply-?mail|mailerdaemon)\b/i.test(
    address,
  );
}
