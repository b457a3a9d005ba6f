/** Columns of prose; quoted evidence is never broken. */
const WIDTH = 78;

/** Prose in lines that fit. Lines of their own, such as records to paste, stay so. */
export function wrapped(text: string, indent = '', later = indent): string[] {
  return text.split('\n').flatMap((line, n) => wrapLine(line, n === 0 ? indent : later, later));
}

function wrapLine(text: string, indent: string, later: string): string[] {
  const lines: string[] = [];
  let [line, isEmpty] = [indent, true];
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      [line, isEmpty] = [later, true];
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}
