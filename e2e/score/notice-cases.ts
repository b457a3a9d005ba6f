import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Category } from '@/lib/meaning/schema';
import { MailKind } from '@/lib/notice/notice';
import { Coarse, coarseOf } from '@/e2e/score/coarse';
import { readCases, readLines, type Rows, rowsOf } from '@/e2e/score/read-cases';
import { permanenceOf } from '@/e2e/score/reply-cases';
import type { Labels } from '@/e2e/score/score-replies';

/** What somebody asserts of one recipient; null or empty where they do not. */
export interface AssertedRecipient {
  /** Spellings any of which is right, in lower case; empty when nobody says whom the notice is about. */
  addresses: readonly string[];
  /** As asserted, and as the message itself states it: either is right. */
  statuses: readonly string[];
  code: number | null;
  permanence: 'temporary' | 'permanent' | null;
  labels: Labels | null;
  /** What the tools that were run on it agree upon. */
  tool: { host: string | null; command: string | null };
}

/** What the message itself states of one recipient, in its machine-readable part. */
export interface StatedRecipient {
  addresses: readonly string[];
  /** Of its Status field, and those that its Diagnostic-Code quotes. */
  statuses: readonly string[];
  code: number | null;
}

/** A message and what is known of it. */
export interface NoticeCase {
  name: string;
  message: Uint8Array;
  /** Null when nobody asserts it. */
  isBounce: boolean | null;
  /** Our own sets tell what exactly it is. */
  kind: MailKind | null;
  recipients: readonly AssertedRecipient[];
  stated: readonly StatedRecipient[];
}

/** RFC 3463 §2, where a reply quotes it. */
const ENHANCED = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.]*\d)/g;

const Text = z.string().nullish();

const CorpusRecipient = z.object({
  recipient: Text,
  recipient_alt: z.array(z.string()).default([]),
  status: Text,
  status_in_message: z.boolean().default(false),
  reply_code: Text,
  reply_code_in_message: z.boolean().default(false),
  permanent: z.boolean().nullish(),
  label: Coarse.nullish(),
  accept: z.array(Coarse).default([]),
  strict: z.boolean().default(false),
  tool: z
    .object({
      remote_host: Text,
      remote_host_agreed: z.boolean().default(false),
      command: Text,
      command_agreed: z.boolean().default(false),
    })
    .optional(),
});
type CorpusRecipient = z.infer<typeof CorpusRecipient>;

const CorpusStatement = z.object({
  final_recipient: Text,
  original_recipient: Text,
  status: Text,
  diagnostic: Text,
  reply_code: Text,
});
type CorpusStatement = z.infer<typeof CorpusStatement>;

const CorpusRow = z.object({
  file: z.string(),
  is_bounce: z.boolean().nullish(),
  expected: z.array(CorpusRecipient),
  stated: z.object({ recipients: z.array(CorpusStatement) }).optional(),
});

const OwnRow = z.object({
  id: z.string(),
  input: z.string(),
  kind: MailKind,
  recipients: z.array(
    z.object({
      address: z.string(),
      status: z.string().nullable(),
      code: z.int().nullable(),
      permanence: z.enum(['temporary', 'permanent']).nullable(),
      category: Category.nullable(),
      also: z.array(Category).default([]),
    }),
  ),
});

/** `cases/expected.jsonl` of a corpus; otherwise a set of our own. Throws with one sentence when there is nothing to read. */
export function readNoticeCases(folder: string): Rows<NoticeCase> {
  const file = join(folder, 'cases', 'expected.jsonl');
  if (!existsSync(file)) {
    const { rows, unreadable } = rowsOf(readCases(folder), OwnRow);
    return { rows: rows.map((row) => ownCase(folder, row)), unreadable };
  }
  const { rows, unreadable } = readLines(file, CorpusRow);
  return { rows: rows.map((row) => corpusCase(folder, row)), unreadable };
}

function corpusCase(
  folder: string,
  { file, is_bounce, expected, stated }: z.infer<typeof CorpusRow>,
): NoticeCase {
  const fields = stated?.recipients ?? [];
  const isOne = expected.length === 1 && fields.length === 1;
  return {
    name: file.replace(/^messages\//, ''),
    message: readFileSync(join(folder, 'cases', file)),
    isBounce: is_bounce ?? null,
    kind: null,
    // What is no bounce has no recipients that were not reached, whatever a row tells of an automatic reply.
    recipients:
      is_bounce === false
        ? []
        : expected.map((one) =>
            asserted(one, isOne ? fields[0] : fields.find((field) => isAbout(field, one))),
          ),
    stated: fields.map((field) => ({
      addresses: spellings(field.final_recipient, field.original_recipient),
      statuses: field.status ? [field.status, ...(field.diagnostic?.match(ENHANCED) ?? [])] : [],
      code: field.reply_code ? Number(field.reply_code) : null,
    })),
  };
}

/** RFC 3464 §2.3.2 has the type in front of an address; some write it twice. */
const ADDRESS_TYPE = /^rfc.?822;\s*/;

/** Status and code count only where the message has them. */
function asserted(one: CorpusRecipient, field: CorpusStatement | undefined): AssertedRecipient {
  const original = isAbout(field, one) ? field?.original_recipient : null;
  const { tool } = one;
  return {
    addresses: one.recipient ? spellings(one.recipient, original, ...one.recipient_alt) : [],
    statuses: one.status_in_message && one.status ? present(one.status, field?.status) : [],
    code: one.reply_code_in_message && one.reply_code ? Number(one.reply_code) : null,
    permanence: typeof one.permanent === 'boolean' ? permanenceOf(one.permanent) : null,
    labels: one.label
      ? { label: one.label, accept: one.accept, isStrict: one.strict, labelOf: coarseOf }
      : null,
    tool: {
      host: tool?.remote_host_agreed === true ? (tool.remote_host ?? null) : null,
      command: tool?.command_agreed === true ? (tool.command ?? null) : null,
    },
  };
}

function isAbout(field: CorpusStatement | undefined, { recipient }: CorpusRecipient): boolean {
  const [address] = spellings(recipient);
  return (
    address !== undefined && spellings(field?.final_recipient, field?.original_recipient).includes(address)
  );
}

function ownCase(folder: string, { id, input, kind, recipients }: z.infer<typeof OwnRow>): NoticeCase {
  return {
    name: id,
    message: readFileSync(join(folder, 'inputs', input)),
    isBounce: kind === 'bounce' || kind === 'delay',
    kind,
    recipients: recipients.map(({ address, status, code, permanence, category, also }) => ({
      addresses: spellings(address),
      statuses: present(status),
      code,
      permanence,
      labels:
        category === null ? null : { label: category, accept: also, isStrict: true, labelOf: (own) => own },
      tool: { host: null, command: null },
    })),
    stated: [],
  };
}

function spellings(...addresses: readonly (string | null | undefined)[]): string[] {
  return present(...addresses).map((address) => address.toLowerCase().replace(ADDRESS_TYPE, ''));
}

function present(...texts: readonly (string | null | undefined)[]): string[] {
  return texts.flatMap((text) => text ?? []).filter((text) => text !== '');
}
