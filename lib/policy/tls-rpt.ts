import { no, ok, type Result } from '@/lib/result';
import { isExtension } from './extension-field';
import { readTags } from './tag-list';

/** Where senders report how TLS went; RFC 8460 §3. */
export interface TlsRptRecord {
  text: string;
  rua: readonly string[];
}

export type TlsRptFault = 'version' | 'no-rua' | 'bad-rua' | 'bad-field';

/** An address with its scheme; RFC 8460 §3 wants commas, semicolons and exclamation marks encoded. */
const URI = /^[a-z][a-z0-9+.-]*:[^\s,;!]+$/i;

export function isTlsRpt(text: string): boolean {
  return text.startsWith('v=TLSRPTv1');
}

/** Reads the text of a record at `_smtp._tls`. One with a fault is as if there were none. */
export function parseTlsRpt(text: string): Result<TlsRptRecord, TlsRptFault> {
  const [version, ...fields] = readTags(text);
  if (version?.text !== 'v=TLSRPTv1') return no('version');
  const lists = fields.filter(({ name }) => name === 'rua').map(({ value }) => value);
  if (lists.length === 0) return no('no-rua');
  const rua = lists.flatMap((list) => list.split(',').map((uri) => uri.trim()));
  if (!rua.every((uri) => URI.test(uri))) return no('bad-rua');
  if (!fields.every(({ name, value }) => name === 'rua' || isExtension(name, value))) return no('bad-field');
  return ok({ text, rua });
}
