import { cellsOf, cellsOfLine } from './cells';
import type { ListForm } from './list-form';

/** What stands in a list where a target should. */
export interface ListedText {
  /** Its line, from 1. */
  line: number;
  text: string;
}

/** Lines over which a cell in quotes may go; a quote that is never closed spoils no more than its own line. */
const MAX_CELL_LINES = 20;

/** The lines of a text that hold something, by whichever ends they have; numbered from 1. */
export function* linesOf(text: string): Generator<ListedText> {
  const ends = /\r\n?|\n/g;
  for (let line = 1, at = 0; at <= text.length; line++) {
    ends.lastIndex = at;
    const end = ends.exec(text);
    const one = text.slice(at, end?.index ?? text.length);
    if (one.trim() !== '') yield { line, text: one };
    if (end === null) return;
    at = ends.lastIndex;
  }
}

/** What stands where targets should, line by line. */
export function* textsOf(text: string, { separator, column, hasHead }: ListForm): Generator<ListedText> {
  const lines = linesOf(text);
  if (hasHead) lines.next();
  if (separator === null) {
    yield* lines;
    return;
  }
  for (const row of rowsOf(lines, separator)) {
    const cells = column === null ? row.cells.filter((cell) => cell !== '') : [row.cells[column] ?? ''];
    for (const cell of cells) yield { line: row.line, text: cell };
  }
}

interface Row {
  line: number;
  cells: string[];
}

function* rowsOf(lines: Generator<ListedText>, separator: string): Generator<Row> {
  /** Lines whose quotes are open, which may be one row. */
  let open: ListedText[] = [];
  const rowOf = ({ line, text }: ListedText): Row => ({ line, cells: cellsOfLine(text, separator) });
  for (const one of lines) {
    open.push(one);
    const cells = cellsOf(open.map(({ text }) => text).join('\n'), separator);
    if (cells !== null) {
      yield { line: open[0]?.line ?? one.line, cells };
      open = [];
    } else if (open.length >= MAX_CELL_LINES) {
      yield* open.map(rowOf);
      open = [];
    }
  }
  yield* open.map(rowOf);
}
