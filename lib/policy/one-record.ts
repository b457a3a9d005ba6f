import type { Result } from '@/lib/result';
import type { LookUp } from './lookup';
import { textOfTxt } from './txt';

/** The one record of a kind at a name, or why there is none that counts. */
export type OneRecord<T> = { evidence: number[] } & (
  | { kind: 'record'; text: string; value: T }
  | { kind: 'none' }
  | { kind: 'failed' }
  /** `several`: all of them are discarded. */
  | { kind: 'invalid'; text: string; reason: string }
);

/** How one kind of record is told from other texts, and read. */
interface RecordForm<T> {
  isOfKind(text: string): boolean;
  parse(text: string): Result<T, string>;
}

/** Looks for the record: exactly one may stand there (RFC 8461 §3.1, RFC 8460 §3). */
export async function findRecord<T>(
  name: string,
  { isOfKind, parse }: RecordForm<T>,
  lookUp: LookUp,
): Promise<OneRecord<T>> {
  const found = await lookUp(name, 'TXT');
  const evidence = [...found.evidence];
  if (found.kind === 'failed') return { kind: 'failed', evidence };
  const [text, ...others] = found.data.map(textOfTxt).filter(isOfKind);
  if (text === undefined) return { kind: 'none', evidence };
  if (others.length > 0) return { kind: 'invalid', text, reason: 'several', evidence };
  const read = parse(text);
  return read.ok
    ? { kind: 'record', text, value: read.value, evidence }
    : { kind: 'invalid', text, reason: read.problem, evidence };
}
