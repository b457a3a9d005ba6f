import { parseTarget, type Target } from '../target/target';
import { cellsOfLine } from './cells';

/** How a list has its targets. */
export interface ListForm {
  /** Between the cells of a line; null: a line is one target. */
  separator: string | null;
  /** The cell that holds the target; null: each of them does. */
  column: number | null;
  /** Whether the first line names the columns. */
  hasHead: boolean;
}

/** The first is taken where several fit. */
const SEPARATORS = [';', '\t', ',', '|'];

/** Cells of a line that are looked at. */
const MAX_COLUMNS = 50;

/** What a list without other columns may be headed by. */
const HEADS =
  /^"?(?:e-?mail(?:[ _-]?address(?:es)?)?s?|address(?:es)?|domains?|targets?|recipients?|mailbox(?:es)?|hosts?|names?)"?$/i;

/** Excel's own way to say how cells are separated. */
const EXCEL_HEAD = /^sep=.$/i;

/** How a list has its targets, by its first lines that hold something: the column with the most of them, with mailboxes first. */
export function listForm(sample: readonly string[]): ListForm {
  const first = sample[0] ?? '';
  let best = { separator: null as string | null, column: 0, fit: fitOf(sample.map(kindOf)) };
  for (const separator of SEPARATORS) {
    if (!sample.some((line) => line.includes(separator))) continue;
    const rows = sample.map((line) => cellsOfLine(line, separator));
    const columns = Math.min(MAX_COLUMNS, Math.max(...rows.map(({ length }) => length)));
    for (let column = 0; column < columns; column++) {
      const fit = fitOf(rows.map((row) => kindOf(row[column] ?? '')));
      if (fit > best.fit) best = { separator, column, fit };
    }
  }
  const { separator, column } = best;
  if (separator === null)
    return { separator, column: 0, hasHead: HEADS.test(first.trim()) || EXCEL_HEAD.test(first.trim()) };
  if (sample.length === 1 || areAllTargets(sample, separator))
    return { separator, column: null, hasHead: false };
  const head = cellsOfLine(first, separator)[column] ?? '';
  return { separator, column, hasHead: EXCEL_HEAD.test(first) || !/[@.[]/.test(head) };
}

/** What a text surely is; a single word is a domain only where nothing better is there. */
function kindOf(text: string): Target['kind'] | null {
  const target = parseTarget(text);
  if (!target.ok) return null;
  const { kind, domain } = target.value;
  return kind === 'domain' && !domain.includes('.') ? null : kind;
}

function fitOf(kinds: readonly (Target['kind'] | null)[]): number {
  const targets = kinds.filter((kind) => kind !== null);
  // A mailbox outweighs a domain only where there are as many of both.
  return targets.length + targets.filter((kind) => kind === 'mailbox').length / (kinds.length + 1);
}

/** Whether every cell that holds something is a target, and all of one kind. */
function areAllTargets(sample: readonly string[], separator: string): boolean {
  const cells = sample.flatMap((line) => cellsOfLine(line, separator)).filter((cell) => cell !== '');
  const kinds = new Set(cells.map(kindOf));
  return cells.length > sample.length && kinds.size === 1 && !kinds.has(null);
}
