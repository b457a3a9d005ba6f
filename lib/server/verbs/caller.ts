import { z } from 'zod';
import type { TokenScope } from '@/lib/account';

/**
 * What somebody may do. Whoever knows the link of a check, or of a mail, may read it. What may be handed over first has room that
 * nobody else fills, as the pipe of a mail server needs.
 */
export const Right = z.enum([
  'read',
  'explain',
  'start-checks',
  'start-batches',
  'hand-over-mails',
  'hand-over-first',
  'share',
  'list-own',
  'list',
  'read-messages',
  'stop-checks',
  'repeat-checks',
  'use-controls',
  'watch',
  'keep',
  'write-notes',
  'send-messages',
  'remove',
  'administer',
  'read-metrics',
]);
export type Right = z.infer<typeof Right>;

/** Who asks for something. */
export const Caller = z.object({
  /** Who is signed in, or which token is shown; null for everybody else. */
  who: z.string().nullable(),
  /** Their account here, and the session by which they are known; null where they have none. */
  account: z.object({ id: z.string(), session: z.string() }).nullable(),
  /** Where the request comes from, to count by. */
  ip: z.string(),
  rights: z.array(Right),
});
export type Caller = z.infer<typeof Caller>;

export function may({ rights }: Caller, right: Right): boolean {
  return rights.includes(right);
}

/** What somebody is to this instance. */
export type Role = 'reader' | 'checker' | 'operator' | 'sender' | 'admin';

const READER = ['read', 'explain'] as const;
const CHECKER = [...READER, 'start-checks', 'start-batches', 'share', 'hand-over-mails', 'list-own'] as const;
const OPERATOR = [
  ...CHECKER,
  'list-own',
  'list',
  'read-messages',
  'stop-checks',
  'repeat-checks',
  'use-controls',
  'watch',
  'keep',
  'write-notes',
] as const;

/** What a token may do beside what everybody may. */
export const SCOPE_RIGHTS: Readonly<Record<TokenScope, readonly Right[]>> = {
  check: ['start-checks', 'start-batches', 'share', 'list-own'],
  explain: ['explain'],
  'hand-over': ['hand-over-mails', 'hand-over-first'],
  note: ['write-notes'],
  watch: ['watch'],
  read: ['list-own', 'list', 'read-messages'],
};

/** What each may do. */
export const ROLE_RIGHTS: Readonly<Record<Role, readonly Right[]>> = {
  reader: READER,
  checker: CHECKER,
  operator: OPERATOR,
  sender: [...CHECKER, 'send-messages'],
  admin: Right.options,
};
