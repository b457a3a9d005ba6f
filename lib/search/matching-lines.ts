import type { SearchQuery } from './query';

/** A piece of a line, and whether it is what was searched for. */
export interface LinePiece {
  text: string;
  isMatch: boolean;
}

/** Lines that are shown of one thing, and characters of a line around what was found. */
const MAX_LINES = 4;
const MAX_AROUND = 100;

/**
 * The lines of a text that hold something of what was searched for, cut around it. The first line of a text is left to whoever shows it;
 * what is in no single line, as a phrase over two of them, is shown nowhere.
 */
export function matchingLines(text: string, { words, quoted }: SearchQuery): LinePiece[][] {
  const patterns = [...quoted, ...words].map((part) => part.toLowerCase());
  return text
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const spans = spansIn(line.toLowerCase(), patterns);
      // Lower case may have another length: then the line is shown without marks.
      return spans.length === 0
        ? []
        : [line.toLowerCase().length === line.length ? cut(line, spans) : [plain(line)]];
    })
    .slice(0, MAX_LINES);
}

type Span = readonly [from: number, to: number];

/** In order, none over another. */
function spansIn(line: string, patterns: readonly string[]): Span[] {
  const found = patterns.flatMap((pattern): Span[] => {
    const from = line.indexOf(pattern);
    return from < 0 ? [] : [[from, from + pattern.length]];
  });
  const spans: Span[] = [];
  for (const span of found.toSorted((a, b) => a[0] - b[0]))
    if (span[0] >= (spans.at(-1)?.[1] ?? 0)) spans.push(span);
  return spans;
}

function cut(line: string, spans: readonly Span[]): LinePiece[] {
  const begin = Math.max(0, (spans[0]?.[0] ?? 0) - MAX_AROUND);
  const end = Math.min(line.length, (spans.at(-1)?.[1] ?? 0) + MAX_AROUND);
  const pieces: LinePiece[] = [plain(`${begin > 0 ? '… ' : ''}${line.slice(begin, spans[0]?.[0])}`)];
  for (const [n, [from, to]] of spans.entries()) {
    pieces.push({ text: line.slice(from, to), isMatch: true });
    pieces.push(plain(line.slice(to, spans[n + 1]?.[0] ?? end)));
  }
  if (end < line.length) pieces.push(plain(' …'));
  return pieces.filter(({ text }) => text !== '');
}

function plain(text: string): LinePiece {
  return { text, isMatch: false };
}
