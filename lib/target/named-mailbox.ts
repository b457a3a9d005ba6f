import { parseLocalPart } from './local-part';
import { unwrapInput } from './source';

/** RFC 1123 §2.1, RFC 1035 §2.3.4: at least two labels of letters, digits and hyphens, at most 253 characters in all. */
const HOST_NAME =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** A mailbox that a record names; its domain in lower-case A-labels. */
export interface NamedMailbox {
  mailbox: string;
  domain: string;
}

/**
 * The mailbox of a `mailto:` URI in a DNS record (RFC 6068 §2), where domains are written in A-labels; null for anything else. What
 * people type is read by `parseTarget`, whose tables of international names are larger than a page may be.
 */
export function namedMailbox(uri: string): NamedMailbox | null {
  if (!/^mailto:/i.test(uri)) return null;
  const source = unwrapInput(uri);
  if (!source.ok) return null;
  const { text } = source.value;
  const at = text.lastIndexOf('@');
  const local = parseLocalPart(text, Math.max(at, 0));
  const domain = text.slice(at + 1).toLowerCase();
  return local.ok && HOST_NAME.test(domain) ? { mailbox: `${local.value}@${domain}`, domain } : null;
}
