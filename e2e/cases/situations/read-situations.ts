import { join } from 'node:path';
import { z } from 'zod';
import { readLines, type Rows } from '@/e2e/score/read-cases';

const Statements = z
  .array(z.string())
  .nullish()
  .transform((statements) => statements ?? []);

export const SITUATION_KINDS = ['dns', 'smtp', 'policy'] as const;

/** What is known of a situation, and what a report about it must say. */
const Situation = z.object({
  kind: z.enum(SITUATION_KINDS),
  situation: z.string().min(1),
  /** Null where it is not about a delivery. */
  outcome: z
    .enum(['deliverable', 'degraded', 'permanent-failure', 'temporary-failure', 'no-mail'])
    .nullable(),
  fault: z
    .enum([
      'domain-dns',
      'domain-policy',
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

export const SITUATIONS_FILE = 'situations.jsonl';

/** The lines of the folder’s `situations.jsonl`. Throws with one sentence when there is nothing to read. */
export function readSituations(folder: string): Rows<Situation> {
  return readLines(join(folder, SITUATIONS_FILE), Situation);
}
