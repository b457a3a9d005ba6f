/** Octets of an address, and of the part before its @ (RFC 5321 §4.5.3.1). */
const MAX_ADDRESS = 254;
const MAX_LOCAL_PART = 64;

/**
 * The mailbox of whoever answers for a zone, out of RNAME of its SOA record: the first label is what stands before the @ (RFC
 * 1035 §3.3.13), and a dot in it is written `\.`. Null where that is no mailbox, as with the root for "nobody".
 */
export function rnameMailbox(rname: string): string | null {
  const [, label, domain] = /^((?:[^.\\]|\\(?:\d{3}|\D))+)\.(.+?)\.?$/.exec(rname) ?? [];
  if (label === undefined || domain === undefined || !isHostName(domain)) return null;
  const local = unescaped(label);
  const address = `${isAtoms(local) ? local : quoted(local)}@${domain}`;
  return local.length > MAX_LOCAL_PART || address.length > MAX_ADDRESS || !isPrintable(local)
    ? null
    : address;
}

/** RFC 1035 §5.1. */
function unescaped(label: string): string {
  return label.replace(/\\(\d{3}|\D)/g, (_, said: string) =>
    said.length === 3 ? String.fromCharCode(Number(said)) : said,
  );
}

function isPrintable(local: string): boolean {
  return /^[\x20-\x7e]+$/.test(local);
}

/** RFC 5322 §3.2.3. */
function isAtoms(local: string): boolean {
  return /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/.test(local);
}

/** RFC 5321 §4.1.2. */
function quoted(local: string): string {
  return `"${local.replace(/["\\]/g, '\\$&')}"`;
}

function isHostName(domain: string): boolean {
  return domain.includes('.') && /^[a-z\d_-]+(?:\.[a-z\d_-]+)+$/i.test(domain);
}
