import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ReportedKind } from '@/lib/complaint/complaint';
import { readCases, readLines, type Rows, rowsOf } from '@/e2e/score/read-cases';

/** A complaint and what is known of it; names of fields in lower case with hyphens, a field with all its values. */
export interface ComplaintCase {
  name: string;
  message: Uint8Array;
  /** Null when nobody tells. */
  type: string | null;
  /** Fields of the report, to the letter. */
  stated: ReadonlyMap<string, readonly string[]>;
  /** Fields as another reader's tests have them, in its own spelling. */
  asserted: ReadonlyMap<string, readonly string[]>;
  /** Whom tools agree upon, in lower case. */
  recipients: readonly string[];
  /** Our own set tells what was complained about. */
  what: ReportedKind | null;
}

const Values = z
  .union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))])
  .transform((value) => [value].flat().map(String));
const Fields = z.record(z.string(), Values);

const CorpusRow = z.object({
  file: z.string(),
  expected: z.array(
    z.object({
      recipient: z.string().nullish(),
      recipient_agreed: z.boolean().default(false),
      feedback_type: z.string().nullish(),
    }),
  ),
  stated_report: Fields.default({}),
  asserted_fields: z.record(z.string(), z.unknown()).default({}),
});

const OwnRow = z.object({
  id: z.string(),
  input: z.string(),
  feedbackType: z.string(),
  fields: Fields,
  what: ReportedKind.nullable().default(null),
});

/** `cases/expected.jsonl` of a corpus; otherwise a set of our own. Throws with one sentence when there is nothing to read. */
export function readComplaintCases(folder: string): Rows<ComplaintCase> {
  const file = join(folder, 'cases', 'expected.jsonl');
  if (!existsSync(file)) {
    const { rows, unreadable } = rowsOf(readCases(folder), OwnRow);
    return { rows: rows.map((row) => ownCase(folder, row)), unreadable };
  }
  const { rows, unreadable } = readLines(file, CorpusRow);
  return { rows: rows.map((row) => corpusCase(folder, row)), unreadable };
}

function corpusCase(folder: string, row: z.infer<typeof CorpusRow>): ComplaintCase {
  const { file, expected, stated_report, asserted_fields } = row;
  const stated = byName(stated_report);
  return {
    name: file.replace(/^messages\//, ''),
    message: readFileSync(join(folder, 'cases', file)),
    type: expected[0]?.feedback_type ?? stated.get('feedback-type')?.[0]?.toLowerCase() ?? null,
    stated,
    asserted: byName(plainFields(asserted_fields)),
    recipients: expected.flatMap(({ recipient, recipient_agreed }) =>
      recipient && recipient_agreed ? [recipient.toLowerCase()] : [],
    ),
    what: null,
  };
}

/** What is no text or number, as a message in pieces, is no field of the report. */
function plainFields(fields: Readonly<Record<string, unknown>>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const values = Values.safeParse(value);
      return values.success && name !== 'message' && name !== 'headers' ? [[name, values.data]] : [];
    }),
  );
}

function ownCase(
  folder: string,
  { id, input, feedbackType, fields, what }: z.infer<typeof OwnRow>,
): ComplaintCase {
  return {
    name: id,
    message: readFileSync(join(folder, 'inputs', input)),
    type: feedbackType,
    stated: byName(fields),
    asserted: new Map(),
    recipients: [],
    what,
  };
}

function byName(fields: Readonly<Record<string, readonly string[]>>): Map<string, readonly string[]> {
  return new Map(
    Object.entries(fields).map(([name, values]) => [name.toLowerCase().replaceAll('_', '-'), values]),
  );
}
