import type { OutlineChange } from '@/lib/compare/outline-changes';
import { showTtl } from './duration';
import { showUtc } from './moment';
import { TLS_STATE_SHORT } from './tls-words';

/** Names that one line lists; the others are counted. */
const MAX_LISTED = 4;

/** Characters of a moment that are its day. */
const DAY = 10;

/** What is otherwise than at the check before, in a line. */
export function outlineWords(change: OutlineChange): string {
  switch (change.what) {
    case 'exchanges':
      return `mail servers: ${listsIn(change)}`;
    case 'ns':
      return `name servers: ${listsIn(change)}`;
    case 'addresses':
      return `${change.exchange}: ${listsIn(change)}`;
    case 'ttl':
      return `TTL of ${change.exchange}: ${showTtl(change.before)} → ${showTtl(change.after)}`;
    case 'serial':
      return `serial: ${change.before} → ${change.after}`;
    case 'tls':
      return `${change.exchange}: ${TLS_STATE_SHORT[change.before]} → ${TLS_STATE_SHORT[change.after]}`;
    case 'certificate':
      return `${change.exchange}: another certificate, until ${showUtc(change.validTo).slice(0, DAY)}`;
    case 'came':
      return `${change.exchange}: ${change.before} → ${change.after}`;
  }
}

function listsIn({ gone, come }: { gone: readonly string[]; come: readonly string[] }): string {
  const words = [
    ...(gone.length === 0 ? [] : [`without ${listed(gone)}`]),
    ...(come.length === 0 ? [] : [`with ${listed(come)}`]),
  ];
  return words.join(', ');
}

function listed(names: readonly string[]): string {
  const more = names.length - MAX_LISTED;
  return `${names.slice(0, MAX_LISTED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
