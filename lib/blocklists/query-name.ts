import { reversed } from '@/lib/dns/reverse';
import type { Blocklist, Subject, TestEntries } from './blocklist';

/** Names asked of a list about one name, the shortest: lists of domains hold what was registered, not the hosts below it. */
const MAX_NAMES = 3;

/**
 * What a list is asked about a subject, each without the zone: the numbers of an address from the last to the first (RFC 5782 §2.1, of
 * IPv6 §2.4), or a name and those above it, down to two labels (RFC 5782 §3).
 */
export function entriesOf({ kind, text }: Subject): { entry: string; about: string }[] {
  if (kind !== 'name') return [{ entry: reversed(text), about: text }];
  const labels = text.split('.');
  const names = labels.map((_, n) => labels.slice(n).join('.')).slice(0, Math.max(1, labels.length - 1));
  return names.slice(-MAX_NAMES).map((name) => ({ entry: name, about: name }));
}

/** RFC 5782 §5. A list of both families is tested by its entries of IPv4: it is one zone. */
export function testEntries({ holds, test }: Pick<Blocklist, 'holds' | 'test'>): TestEntries {
  if (test !== undefined) return test;
  if (holds.includes('name')) return { listed: 'test', unlisted: 'invalid' };
  const [listed, unlisted] = holds.includes('ipv4')
    ? ['127.0.0.2', '127.0.0.1']
    : ['::ffff:7f00:2', '::ffff:7f00:1'];
  return { listed: reversed(listed), unlisted: reversed(unlisted) };
}
