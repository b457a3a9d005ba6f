import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Category } from '@/lib/meaning/schema';
import type { Stage } from '@/lib/smtp/session';
import { Coarse, COARSE_SIDE, coarseOf } from './coarse';
import { stagesOf } from './command-stage';
import { readCases, readLines, type Rows, rowsOf } from './read-cases';

/** A reply and what its set says of it, in the labels of that set. */
export interface ReplyCase {
  name: string;
  reply: string;
  stage: Stage | undefined;
  host: string | undefined;
  label: string;
  /** Labels that are right as well. */
  accept: readonly string[];
  /** The label is clear enough to count exactly. */
  isStrict: boolean;
  /** Null when the row states none. */
  permanence: 'temporary' | 'permanent' | null;
  labelOf: (category: Category) => string;
  /** The side on which the cause is by that label; null where the label does not tell, as with policies. */
  side: 'sender' | 'recipient' | null;
  /** It holds a reply code, and other words stand before that. */
  hasCodeInText: boolean;
}

const CorpusRow = z.object({
  id: z.string(),
  reply: z.string(),
  label: Coarse,
  accept: z.array(Coarse),
  strict: z.boolean(),
  permanent: z.boolean().nullish(),
  command: z.string().optional(),
  remote_host: z.string().optional(),
  has_code: z.boolean().default(false),
  starts_with_code: z.boolean().default(false),
});

const FragmentRow = z.object({
  id: z.string(),
  fragments: z.array(z.string()).min(1),
  label: Coarse,
  accept: z.array(Coarse),
  code: z.union([z.string(), z.int()]).optional(),
  status: z.string().optional(),
});

/** Our own sets label with our own categories, always exactly. */
const OwnRow = z.object({
  reply: z.string().min(1),
  category: Category,
  permanence: z.enum(['temporary', 'permanent', '']).default(''),
});

/** `cases/replies.jsonl` of a corpus; tables of our own otherwise. Throws with one sentence when there is nothing to read. */
export function readReplyCases(folder: string): Rows<ReplyCase> {
  const file = join(folder, 'cases', 'replies.jsonl');
  if (!existsSync(file)) {
    const { rows, unreadable } = rowsOf(readCases(folder), OwnRow);
    return { rows: rows.map(ownCase), unreadable };
  }
  const { rows, unreadable } = readLines(file, CorpusRow);
  return { rows: rows.map(corpusCase), unreadable };
}

/** `cases/fragments.jsonl`: pieces of replies, all of which stand in one, with their codes in front; none where there is no such file. */
export function readFragmentCases(folder: string): Rows<ReplyCase> {
  const file = join(folder, 'cases', 'fragments.jsonl');
  if (!existsSync(file)) return { rows: [], unreadable: [] };
  const { rows, unreadable } = readLines(file, FragmentRow);
  return { rows: rows.map(fragmentCase), unreadable };
}

function corpusCase(row: z.infer<typeof CorpusRow>): ReplyCase {
  return {
    name: row.id,
    reply: row.reply,
    stage: stagesOf(row.command ?? '')[0],
    host: row.remote_host,
    label: row.label,
    accept: row.accept,
    isStrict: row.strict,
    permanence: typeof row.permanent === 'boolean' ? permanenceOf(row.permanent) : null,
    labelOf: coarseOf,
    side: COARSE_SIDE[row.label],
    hasCodeInText: row.has_code && !row.starts_with_code,
  };
}

function fragmentCase({
  id,
  fragments,
  label,
  accept,
  code,
  status,
}: z.infer<typeof FragmentRow>): ReplyCase {
  const reply = [code, status, ...fragments].filter((part) => part !== undefined).join(' ');
  return {
    name: id,
    reply,
    stage: undefined,
    host: undefined,
    label,
    accept,
    isStrict: false,
    permanence: null,
    labelOf: coarseOf,
    side: null,
    hasCodeInText: false,
  };
}

function ownCase({ reply, category, permanence }: z.infer<typeof OwnRow>): ReplyCase {
  return {
    name: 'own',
    reply,
    stage: undefined,
    host: undefined,
    label: category,
    accept: [],
    isStrict: true,
    permanence: permanence === '' ? null : permanence,
    labelOf: (own) => own,
    side: null,
    hasCodeInText: false,
  };
}

export function permanenceOf(isPermanent: boolean): 'temporary' | 'permanent' {
  return isPermanent ? 'permanent' : 'temporary';
}
