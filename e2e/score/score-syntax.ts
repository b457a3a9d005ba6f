import { join } from 'node:path';
import { z } from 'zod';
import { parseTarget } from '@/lib/target/target';
import { type Outcome, type Score, share, summarise } from './outcome';
import { readLines } from './read-cases';

const EmailRow = z.object({
  id: z.string(),
  kind: z.string(),
  input: z.string(),
  source: z.string(),
  /** By the rules of that project. */
  valid: z.boolean().nullish(),
  /** Usable in an SMTP envelope; null for what may stand in a header only. */
  envelope_valid: z.boolean().nullish(),
});
export type EmailRow = z.infer<typeof EmailRow>;

/** The sources whose own verdict is about addresses in SMTP. */
const SMTP_SOURCES = /^(?:mox|jstedfast)/;

const DomainRow = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('idna'),
    id: z.string(),
    input: z.string(),
    to_ascii: z.string(),
    /** UTS 46 conformance; empty brackets when it converts without an error. */
    to_ascii_status: z.string(),
  }),
  z.object({ kind: z.literal('psl'), id: z.string() }),
]);
export type DomainRow = z.infer<typeof DomainRow>;

/**
 * Whether addresses are taken for valid where that is about SMTP. How far we agree with projects that judge by rules of their
 * own is told in lines and has no figure. Throws with one sentence when there is nothing to read.
 */
export function scoreEmailSyntax(folder: string): Score {
  const { rows, unreadable } = readLines(join(folder, 'cases', 'cases.jsonl'), EmailRow);
  const judged = rows.map((row) => ({ row, isValid: envelopeVerdict(row) }));
  const outcomes = judged.flatMap(({ row, isValid }) =>
    isValid === null ? [] : [emailOutcome(row, isValid)],
  );
  const { lines, figures } = summarise(outcomes, ['valid']);
  const others = judged.flatMap(({ row, isValid }) => (isValid === null ? [row] : []));
  return {
    lines: [...unreadable, ...lines, ...agreements(others)],
    figures: { ...figures, unreadable: unreadable.length },
  };
}

/** Null when the row says nothing about SMTP. */
export function envelopeVerdict({ source, valid, envelope_valid }: EmailRow): boolean | null {
  return envelope_valid ?? (SMTP_SOURCES.test(source) ? (valid ?? null) : null);
}

export function emailOutcome(row: EmailRow, isValid: boolean): Outcome<'valid'> {
  const { isTaken, why } = takesMailbox(row);
  const miss = `${isTaken ? 'accepted' : `refused (${why})`}: ${JSON.stringify(row.input)}`;
  return { name: row.id, points: [{ figure: 'valid', isRight: isTaken === isValid, miss }] };
}

/** A local part alone is tried before a domain that is in order. */
function takesMailbox({ kind, input }: Pick<EmailRow, 'kind' | 'input'>): { isTaken: boolean; why: string } {
  const parsed = parseTarget(kind.startsWith('local-part') ? `${input}@example.org` : input);
  if (!parsed.ok) return { isTaken: false, why: parsed.problem.code };
  return { isTaken: parsed.value.localPart !== null, why: `a ${parsed.value.kind}` };
}

function agreements(rows: readonly EmailRow[]): string[] {
  const stated = rows.filter(({ valid }) => typeof valid === 'boolean');
  const sources = [...new Set(stated.map(({ source }) => source.split(/[@ ]/, 1)[0] ?? ''))].sort();
  return sources.map((source) => {
    const own = stated.filter((row) => row.source.startsWith(source));
    const same = own.filter((row) => takesMailbox(row).isTaken === row.valid);
    return `${source}, by rules of its own: the same verdict on ${same.length} of ${own.length}, ${share(same.length, own.length)}.`;
  });
}

/**
 * Conversion of names to ASCII as UTS 46 has it, and refusal of the others. Throws with one sentence when there is nothing to
 * read.
 */
export function scoreDomainSyntax(folder: string): Score {
  const { rows, unreadable } = readLines(join(folder, 'cases', 'cases.jsonl'), DomainRow);
  const outcomes = rows.flatMap((row) => (row.kind === 'idna' ? [domainOutcome(row)] : []));
  const { lines, figures } = summarise(outcomes, ['converted', 'refused']);
  return {
    lines: [
      ...unreadable,
      ...lines,
      `${rows.length - outcomes.length} rows ask for the registrable domain, which nothing in the product works out yet.`,
    ],
    figures: { ...figures, unreadable: unreadable.length },
  };
}

export function domainOutcome(row: Extract<DomainRow, { kind: 'idna' }>): Outcome<'converted' | 'refused'> {
  const parsed = parseTarget(row.input);
  const got = parsed.ok && parsed.value.kind === 'domain' ? parsed.value.domain : null;
  const said = `${got ?? 'refused'}, for ${JSON.stringify(row.input)} ${row.to_ascii_status}`;
  if (row.to_ascii_status !== '[]')
    return { name: row.id, points: [{ figure: 'refused', isRight: got === null, miss: said }] };
  const wanted = (row.to_ascii === '' ? row.input : row.to_ascii).toLowerCase().replace(/\.$/, '');
  const miss = `${said}, should be ${wanted}`;
  return { name: row.id, points: [{ figure: 'converted', isRight: got === wanted, miss }] };
}
