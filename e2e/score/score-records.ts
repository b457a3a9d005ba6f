import { join } from 'node:path';
import { z } from 'zod';
import { parseDkimKey } from '@/lib/policy/dkim/key';
import { rsaBits } from '@/lib/policy/dkim/rsa-bits';
import { parseStsPolicy } from '@/lib/policy/mta-sts/policy';
import { parseStsRecord } from '@/lib/policy/mta-sts/record';
import { parseSpf } from '@/lib/policy/spf/record';
import { parseTlsRpt } from '@/lib/policy/tls-rpt';
import type { Result } from '@/lib/result';
import { type Outcome, type Score, summarise } from './outcome';
import { readLines } from './read-cases';

/** What reads each kind of record. */
const READERS = {
  'spf-record': parseSpf,
  'dkim-key-record': (text: string) => parseDkimKey(text, rsaBits),
  'mta-sts-record': parseStsRecord,
  'mta-sts-policy': parseStsPolicy,
  'tls-rpt-record': parseTlsRpt,
} satisfies Record<string, (text: string) => Result<unknown, unknown>>;

const RecordRow = z.object({
  id: z.string(),
  kind: z.enum(Object.keys(READERS) as (keyof typeof READERS)[]),
  input: z.string(),
  valid: z.boolean(),
});

/** Whether records and policies are taken that are well formed, and no others. Throws with one sentence when there is nothing to read. */
export function scoreRecords(folder: string): Score {
  const { rows, unreadable } = readLines(join(folder, 'cases', 'cases.jsonl'), RecordRow);
  const outcomes = rows.map(({ id, kind, input, valid }): Outcome<'valid'> => {
    const read: Result<unknown, unknown> = READERS[kind](input);
    const miss = `${read.ok ? 'taken' : `refused (${JSON.stringify(read.problem)})`}: ${JSON.stringify(input)}`;
    return { name: id, points: [{ figure: 'valid', isRight: read.ok === valid, miss }] };
  });
  const { lines, figures } = summarise(outcomes, ['valid']);
  return { lines: [...unreadable, ...lines], figures: { ...figures, unreadable: unreadable.length } };
}
