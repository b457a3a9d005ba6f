/**
 * The cells of one line of a table (RFC 4180 §2), without the space around them; null when a quote is still open at its end. Quotes that
 * belong to a local part (`"john doe"@example.org`) stay.
 */
export function cellsOf(line: string, separator: string): string[] | null {
  const cells: string[] = [];
  for (let at = 0; ;) {
    const end = line.charAt(at) === '"' ? endOfQuotes(line, at) : at;
    if (end === null) return null;
    if (end > at && (end === line.length || line.charAt(end) === separator)) {
      cells.push(
        line
          .slice(at + 1, end - 1)
          .replaceAll('""', '"')
          .trim(),
      );
      if (end === line.length) return cells;
      at = end + 1;
      continue;
    }
    const next = line.indexOf(separator, end);
    cells.push(line.slice(at, next === -1 ? line.length : next).trim());
    if (next === -1) return cells;
    at = next + 1;
  }
}

/** The same of a line that stands alone: where quotes are not closed they mean nothing. */
export function cellsOfLine(line: string, separator: string): string[] {
  const cells = cellsOf(line, separator) ?? line.replaceAll('"', '').split(separator);
  return cells.map((cell) => cell.trim());
}

/** Behind the quote that closes; two in a row are one that stands in the text. */
function endOfQuotes(line: string, start: number): number | null {
  for (let at = start + 1; ; at += 2) {
    at = line.indexOf('"', at);
    if (at === -1) return null;
    if (line.charAt(at + 1) !== '"') return at + 1;
  }
}
