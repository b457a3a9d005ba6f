import { NEIGHBOURS } from '@/lib/meaning/categories';
import { Category, type Meaning } from '@/lib/meaning/schema';
import type { Row } from './read-cases';

/** Names under which sets hold the same thing. */
export const CATEGORY = ['category', 'label', 'reason', 'expected', 'expect', 'class'];
export const LENIENT = ['lenient', 'also', 'accept', 'acceptable', 'categories'];
const PERMANENCE = ['permanence', 'temporary', 'permanent', 'class', 'kind', 'type'];

/** Labels of other classifiers, without punctuation → ours. */
const SYNONYMS: Readonly<Record<string, Category>> = {
  delivered: 'accepted',
  success: 'accepted',
  ok: 'accepted',
  userunknown: 'mailbox-unknown',
  badmailbox: 'mailbox-unknown',
  nosuchuser: 'mailbox-unknown',
  unknownuser: 'mailbox-unknown',
  invalidrecipient: 'mailbox-unknown',
  recipientunknown: 'mailbox-unknown',
  mailboxnotfound: 'mailbox-unknown',
  filtered: 'mailbox-unknown',
  suspend: 'mailbox-disabled',
  suspended: 'mailbox-disabled',
  inactive: 'mailbox-disabled',
  mailboxinactive: 'mailbox-disabled',
  disabled: 'mailbox-disabled',
  mailboxfull: 'mailbox-full',
  overquota: 'mailbox-full',
  quota: 'mailbox-full',
  quotaexceeded: 'mailbox-full',
  hasmoved: 'moved',
  hostunknown: 'domain-unknown',
  baddomain: 'domain-unknown',
  domainnotfound: 'domain-unknown',
  relaying: 'relay-denied',
  norelaying: 'relay-denied',
  relay: 'relay-denied',
  rejected: 'sender-rejected',
  badsender: 'sender-rejected',
  senderunknown: 'sender-rejected',
  senderrefused: 'sender-rejected',
  requireptr: 'sender-identity',
  rdns: 'sender-identity',
  ptr: 'sender-identity',
  helo: 'sender-identity',
  blocklist: 'blocked',
  blocklisted: 'blocked',
  blacklisted: 'blocked',
  blacklist: 'blocked',
  badreputation: 'blocked',
  reputation: 'blocked',
  ipblocked: 'blocked',
  policyviolation: 'policy',
  policyrelated: 'policy',
  accessdenied: 'policy',
  spam: 'spam-content',
  spamdetected: 'spam-content',
  contentrejected: 'spam-content',
  virusdetected: 'virus',
  malware: 'virus',
  authfailure: 'auth-failed',
  dmarc: 'auth-failed',
  authentication: 'auth-failed',
  securityerror: 'auth-required',
  speeding: 'rate-limited',
  ratelimit: 'rate-limited',
  toomanyconn: 'rate-limited',
  throttled: 'rate-limited',
  greylisting: 'greylisted',
  greylist: 'greylisted',
  mesgtoobig: 'message-too-large',
  exceedlimit: 'message-too-large',
  emailtoolarge: 'message-too-large',
  messagetoobig: 'message-too-large',
  toolarge: 'message-too-large',
  contenterror: 'content-format',
  notcompliantrfc: 'content-format',
  failedstarttls: 'tls-required',
  tls: 'tls-required',
  systemfull: 'system-error',
  mailererror: 'system-error',
  localerror: 'system-error',
  overloaded: 'busy',
  unavailable: 'busy',
  connection: 'network-error',
  timeout: 'network-error',
  dns: 'domain-unknown',
  notaccept: 'not-accepting-mail',
  nomail: 'not-accepting-mail',
  nullmx: 'not-accepting-mail',
  syntaxerror: 'protocol-error',
  protocol: 'protocol-error',
  mailloop: 'loop',
  routingloop: 'loop',
  onhold: 'unknown',
  undefined: 'unknown',
  other: 'unknown',
};
const OURS = new Map(Category.options.map((label) => [label.replaceAll('-', ''), label]));

export function labelIn(fields: Row, names: readonly string[]): Category | null {
  return names.map((name) => labelOf(fields[name])).find((label) => label !== null) ?? null;
}

export function labelOf(value: unknown): Category | null {
  if (typeof value !== 'string') return null;
  const plain = value.toLowerCase().replace(/[^a-z]/g, '');
  return OURS.get(plain) ?? SYNONYMS[plain] ?? null;
}

/** Whether the row's permanence is ours; null when the row tells none. */
export function permanenceRight(fields: Row, { permanence }: Pick<Meaning, 'permanence'>): boolean | null {
  for (const name of PERMANENCE) {
    const value = fields[name];
    if (typeof value !== 'string' && typeof value !== 'boolean') continue;
    const word = String(value).toLowerCase();
    const isTrue = /^(?:true|yes|1)$/.test(word);
    if (isTrue && (name === 'temporary' || name === 'permanent')) return permanence === name;
    if (/^(?:temp|soft|transient|4)/.test(word)) return permanence === 'temporary';
    if (/^(?:perm|hard|5)/.test(word)) return permanence === 'permanent';
    if (/^(?:none|success|accepted|2)/.test(word)) return permanence === null;
  }
  return null;
}

export function areNeighbours(a: Category, b: Category): boolean {
  return NEIGHBOURS.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
}

export function list(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? (value.includes('|') ? value.split('|') : [value]) : [];
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A share of 1 with four digits; 0 of nothing. */
export function share(right: number, of: number): number {
  return of === 0 ? 0 : Math.round((right / of) * 10_000) / 10_000;
}
