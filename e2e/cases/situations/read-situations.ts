import { join } from 'node:path';
import { z } from 'zod';
import { readLines, type Rows } from '@/e2e/score/read-cases';

const Statements = z
  .array(z.string())
  .nullish()
  .transform((statements) => statements ?? []);

/** What is known of a situation, and what a report about it must say. */
const Situation = z.object({
  kind: z.enum(['dns', 'smtp']),
  situation: z.string().min(1),
  outcome: z.enum(['deliverable', 'degraded', 'permanent-failure', 'temporary-failure', 'no-mail']),
  fault: z
    .enum([
      'domain-dns',
      'registrar',
      'recipient-network',
      'recipient-mta',
      'mailbox',
      'address',
      'address-typo-or-registration',
      'intended',
      'policy',
      'sender',
      'sender-reputation',
    ])
    .nullable(),
  must_say: Statements,
  missing: Statements,
  said_wrongly: Statements,
});
export type Situation = z.infer<typeof Situation>;

/** What no check shows yet. */
const PolicySituation = z.object({ kind: z.literal('policy') });

const Line = z.discriminatedUnion('kind', [Situation, PolicySituation]);

export const SITUATIONS_FILE = 'situations.jsonl';

/** The lines of the folder’s `situations.jsonl` that a check can show. Throws with one sentence when there is nothing to read. */
export function readSituations(folder: string): Rows<Situation> {
  const { rows, unreadable } = readLines(join(folder, SITUATIONS_FILE), Line);
  return { rows: rows.filter((line) => line.kind !== 'policy'), unreadable };
}
