import { NEIGHBOURS } from '@/lib/meaning/categories';
import { explainReply } from '@/lib/meaning/meaning';
import { Category, type Meaning } from '@/lib/meaning/schema';
import { Stage } from '@/lib/smtp/session';
import type { Row } from './read-cases';

/** Names under which sets hold the same thing. */
const REPLY = ['reply', 'input', 'response', 'message', 'diagnostic', 'lines', 'text', 'raw'];
const CATEGORY = ['category', 'label', 'reason', 'expected', 'expect', 'class'];
const LENIENT = ['lenient', 'also', 'accept', 'acceptable', 'categories'];
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

/** The confusion table, what went wrong, and last one line of JSON. */
export function scoreReplies(rows: readonly Row[]): string[] {
  const scored = rows.map(scoreReply).filter((row) => row !== null);
  const wrong = scored.filter(({ strict }) => !strict);
  const confused = new Map<string, unknown[]>();
  for (const row of wrong) {
    const pair = `${row.expected} → ${row.got}`;
    confused.set(pair, [...(confused.get(pair) ?? []), row]);
  }
  const told = scored.filter(({ permanence }) => permanence !== null);
  const share = (right: number, of: number): number =>
    of === 0 ? 0 : Math.round((right / of) * 10_000) / 10_000;
  return [
    ...wrong.map(
      ({ expected, got, reply }) => `${expected} → ${got}: ${JSON.stringify(reply.slice(0, 160))}`,
    ),
    ...[...confused]
      .sort((a, b) => b[1].length - a[1].length)
      .map(([pair, list]) => `${list.length} × ${pair}`),
    JSON.stringify({
      set: 'smtp-replies',
      cases: scored.length,
      right: scored.length - wrong.length,
      strict: share(scored.length - wrong.length, scored.length),
      lenient: share(scored.filter(({ lenient }) => lenient).length, scored.length),
      permanence:
        told.length === 0 ? null : share(told.filter(({ permanence }) => permanence).length, told.length),
      unreadable: rows.length - scored.length,
    }),
  ];
}

/** One row; null when it has no reply or no label that is known here. `permanence` is null when the row tells none. */
function scoreReply(row: Row) {
  const nested = ['expect', 'expected'].map((name) => row[name]).find(isRow);
  const fields: Row = { ...row, ...nested };
  const reply = textOf(fields);
  const expected = labelIn(fields, CATEGORY);
  if (reply === null || expected === null) return null;
  const stage = Stage.safeParse(stageOf(fields['stage'] ?? fields['command'])).data;
  const host = typeof fields['host'] === 'string' ? fields['host'] : undefined;
  const meaning = explainReply({ reply, stage, host });
  const got = meaning.category;
  const accepted = LENIENT.flatMap((name) => list(fields[name])).map(labelOf);
  const strict = got === expected;
  const lenient = strict || accepted.includes(got) || areNeighbours(got, expected);
  return { reply, expected, got, strict, lenient, permanence: permanenceRight(fields, meaning) };
}

function textOf(fields: Row): string | null {
  const value = REPLY.map((name) => fields[name]).find(
    (one) => typeof one === 'string' || Array.isArray(one),
  );
  if (value === undefined) return null;
  const text = (typeof value === 'string' ? [value] : list(value)).join('\n');
  const codes = [fields['code'], fields['enhanced'] ?? fields['status']].map((one) =>
    typeof one === 'string' || typeof one === 'number' ? String(one) : '',
  );
  if (/^\s*[2-5]\d\d\b/.test(text)) return text;
  const [code = '', enhanced = ''] = codes;
  const prefix = [code, text.includes(enhanced) ? '' : enhanced].filter((part) => part !== '').join(' ');
  return prefix === '' ? text : `${prefix} ${text}`;
}

function stageOf(value: unknown): string {
  const word = typeof value === 'string' ? value.toLowerCase().replace(/ (?:to|from)$/, '') : '';
  return (
    {
      helo: 'ehlo',
      banner: 'greeting',
      conn: 'greeting',
      eom: 'message',
      dot: 'message',
      'end of data': 'message',
    }[word] ?? word
  );
}

function labelIn(fields: Row, names: readonly string[]): Category | null {
  return names.map((name) => labelOf(fields[name])).find((label) => label !== null) ?? null;
}

function labelOf(value: unknown): Category | null {
  if (typeof value !== 'string') return null;
  const plain = value.toLowerCase().replace(/[^a-z]/g, '');
  return OURS.get(plain) ?? SYNONYMS[plain] ?? null;
}

function permanenceRight(fields: Row, { permanence }: Meaning): boolean | null {
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

function areNeighbours(a: Category, b: Category): boolean {
  return NEIGHBOURS.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
}

function list(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? (value.includes('|') ? value.split('|') : [value]) : [];
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
