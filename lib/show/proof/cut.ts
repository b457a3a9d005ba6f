/** How much of one part is written. */
export interface Limit {
  lines: number;
  /** Octets in UTF-8, with the ends of lines. */
  octets: number;
}

const encoder = new TextEncoder();

export function octetsOf(text: string): number {
  return encoder.encode(text).length;
}

/** The line, or its beginning and how much more there is, in about so many octets. */
export function cutLine(line: string, octets: number): string {
  if (line.length * 3 <= octets || octetsOf(line) <= octets) return line;
  let kept = '';
  let room = octets - MORE_OCTETS;
  for (const character of line) {
    room -= octetsOf(character);
    if (room < 0) break;
    kept += character;
  }
  return `${kept}… (${line.length - kept.length} more characters)`;
}

/** Room for what says how much more there is. */
const MORE_OCTETS = 32;

/** The lines within the limit, the last of which says how many more there are. `write` gives a line as it is written. */
export function cutLines(
  lines: readonly string[],
  { lines: most, octets }: Limit,
  write: (line: string) => string,
): string[] {
  const written = lines.map(write);
  if (fits(written, most, octets)) return written;
  const kept: string[] = [];
  let room = octets - NOTE_OCTETS;
  for (const line of written) {
    room -= octetsOf(line) + 1;
    if (room < 0 || kept.length + 1 >= most) break;
    kept.push(line);
  }
  const left = lines.length - kept.length;
  return [
    ...kept,
    write(`… ${left} more ${left === 1 ? 'line: ?full=1 has it.' : 'lines: ?full=1 has them.'}`),
  ];
}

/** Room for the line that says so, escaped or indented. */
const NOTE_OCTETS = 60;

function fits(written: readonly string[], most: number, octets: number): boolean {
  if (written.length > most) return false;
  return written.reduce((sum, line) => sum + octetsOf(line) + 1, 0) <= octets;
}
