import type { Stage } from '@/lib/smtp/session';
import type { Row } from '../row';
import { UNEXPLAINED } from '../unexplained';
import type { Category } from '../schema';

interface ReplyCode {
  code: string;
  category: Category;
  /** Another category at these stages. */
  at?: { stages: readonly Stage[]; category: Category };
}

/** RFC 5321 §4.2.2 and §4.2.3, RFC 4954 §6, RFC 7504, RFC 7505: what a code means when nothing else tells. */
const REPLY_CODES: readonly ReplyCode[] = [
  { code: '421', category: 'busy' },
  { code: '432', category: 'auth-required' },
  { code: '451', category: 'system-error' },
  { code: '452', category: 'system-error' },
  { code: '454', category: 'system-error', at: { stages: ['starttls', 'tls'], category: 'tls-required' } },
  { code: '455', category: 'protocol-error' },
  { code: '500', category: 'protocol-error' },
  { code: '501', category: 'protocol-error' },
  { code: '502', category: 'protocol-error' },
  { code: '503', category: 'protocol-error' },
  { code: '504', category: 'protocol-error' },
  { code: '521', category: 'not-accepting-mail' },
  { code: '523', category: 'message-too-large' },
  { code: '530', category: 'auth-required' },
  { code: '534', category: 'auth-required' },
  { code: '535', category: 'auth-required' },
  { code: '538', category: 'tls-required' },
  { code: '550', category: 'unknown', at: { stages: ['mail'], category: 'sender-rejected' } },
  { code: '551', category: 'moved' },
  {
    code: '552',
    category: 'mailbox-full',
    at: { stages: ['mail', 'data', 'message'], category: 'message-too-large' },
  },
  { code: '553', category: 'mailbox-unknown', at: { stages: ['mail'], category: 'sender-rejected' } },
  { code: '555', category: 'protocol-error' },
  { code: '556', category: 'not-accepting-mail' },
];

const ACCEPTED = { category: 'accepted', rank: 'acceptance', source: 'rfc' } as const;

/** RFC 5321 §4.2.3, §6.1. */
const ACCEPTANCES: readonly Row[] = [
  {
    ...ACCEPTED,
    id: 'accepted.ready',
    pattern: /^220$/,
    says: 'it is ready',
    meaning: 'The server is there and ready to begin. Nothing is accepted yet.',
    example: '220 mx.example.org ESMTP',
  },
  {
    ...ACCEPTED,
    id: 'accepted.closing',
    pattern: /^221$/,
    says: 'it ends the session',
    meaning: 'The server ends the session as it was asked to.',
    example: '221 Bye',
  },
  {
    ...ACCEPTED,
    id: 'accepted.forwarded',
    pattern: /^251$/,
    says: 'it passes the message on',
    meaning: 'The mailbox is elsewhere, and the server passes the message on by itself.',
    example: '251 User not local; will forward',
  },
  {
    ...ACCEPTED,
    id: 'accepted.unverified',
    pattern: /^252$/,
    says: 'it takes the message without saying whether the mailbox exists',
    meaning: 'The server does not say whether the mailbox exists; it takes the message and tries.',
    example: '252 Cannot VRFY user',
  },
  {
    ...ACCEPTED,
    id: 'accepted.go-on',
    pattern: /^354$/,
    says: 'it waits for the text',
    meaning:
      'The server waits for the text of the message. Nothing is accepted before its final dot is answered.',
    example: '354 End data with <CR><LF>.<CR><LF>',
  },
  {
    ...ACCEPTED,
    id: 'accepted.message',
    pattern: /^250$/,
    stages: ['message'],
    says: 'the message is accepted',
    meaning:
      'The server has taken the message and answers for it from now on. Whether it reaches the mailbox, a later message or the log of that server tells.',
    example: '250 2.0.0 Ok: queued as 4ABC',
  },
  { ...ACCEPTED, id: 'accepted', pattern: /^[23]/, example: '250 ok' },
];

export const CODE_ROWS: readonly Row[] = [...ACCEPTANCES, ...REPLY_CODES.flatMap(rowsFor)];

function rowsFor({ code, category, at }: ReplyCode): Row[] {
  const base = {
    rank: 'reply-code',
    pattern: new RegExp(`^${code}$`),
    example: code,
    source: 'rfc',
  } as const;
  const rows: Row[] = [];
  if (at !== undefined) rows.push({ ...base, ...at, id: `code.${code}-${at.stages[0] ?? ''}` });
  // A system fails: the code does not say whose.
  const vague = category === 'system-error' ? UNEXPLAINED : {};
  if (category !== 'unknown') rows.push({ ...base, ...vague, id: `code.${code}`, category });
  return rows;
}
