import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { MailKind } from '@/lib/notice/notice';
import { Side, VerdictOutcome } from '@/lib/report/finding';
import { Stage } from '@/lib/smtp/session';
import { readLines, type Rows } from '@/e2e/score/read-cases';

/** What may be said of a reply: any word of each list is right. */
const Judgement = z.object({
  category: z.array(z.string()),
  side: z.array(z.string()),
  permanence: z.array(z.string()),
  whoActs: z.array(z.string()),
});
export type Judgement = z.infer<typeof Judgement>;

/** Patterns, in any case of letters: what the words have to say, and what they may not say. */
const Words = z.object({ hint: z.string().nullable(), wrong: z.string().nullable() });
export type Words = z.infer<typeof Words>;

const ReplyCase = z.object({
  id: z.string(),
  kind: z.literal('reply'),
  input: z.object({ reply: z.string(), stage: Stage.optional(), host: z.string().optional() }),
  expected: z.object({ ...Judgement.shape, ...Words.shape }),
});
export type FieldReply = z.infer<typeof ReplyCase>;

const FieldRecipient = z.object({
  ...Judgement.shape,
  address: z.string(),
  code: z.int().nullable(),
  status: z.string().nullable(),
  stage: Stage.nullable(),
});
export type FieldRecipient = z.infer<typeof FieldRecipient>;

const MailCase = z.object({
  id: z.string(),
  kind: z.enum(['bounce', 'notice', 'complaint']),
  input: z.object({ message: z.string() }),
  expected: z.object({ kind: MailKind, recipients: z.array(FieldRecipient), ...Words.shape }),
});
export type FieldMail = z.infer<typeof MailCase>;

/** What may come of a check, and what its words have to say: any word of each list is right. */
const LiveExpectation = z.object({
  outcome: z.array(VerdictOutcome),
  side: z.array(Side),
  ...Words.shape,
  mustNotError: z.string().nullable(),
});
export type LiveExpectation = z.infer<typeof LiveExpectation>;

/** Told in words: somebody has to build it. */
const LiveCase = z.object({ id: z.string(), kind: z.literal('live'), expected: LiveExpectation });
export type LiveCase = z.infer<typeof LiveCase>;

const FieldCase = z.discriminatedUnion('kind', [ReplyCase, MailCase, LiveCase]);
export type FieldCase = z.infer<typeof FieldCase>;

/** `cases.jsonl` of the folder itself. Throws with one sentence when there is nothing to read. */
export function readFieldCases(folder: string): Rows<FieldCase> {
  return readLines(join(folder, 'cases.jsonl'), FieldCase);
}

/** The mail of a case, in the form of the software that sent it. */
export function messageOf(folder: string, { input }: FieldMail): Uint8Array {
  return readFileSync(join(folder, input.message));
}
