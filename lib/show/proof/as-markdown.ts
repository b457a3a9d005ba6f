import { PROSE_OCTETS } from './as-text';
import { type Block, filled } from './block';
import { cutLine, cutLines } from './cut';
import { wrapped } from './wrapped';

/** The blocks as Markdown. What others have said becomes no markup: prose is escaped, evidence stands in fences. */
export function asMarkdown(blocks: readonly Block[]): string {
  return filled(blocks)
    .map((block) => {
      const heading = block.heading === undefined ? '' : `## ${escapeMarkdown(block.heading)}\n\n`;
      return `${heading}${linesOf(block).join('\n')}\n`;
    })
    .join('\n');
}

function linesOf(block: Block): string[] {
  const prose = (line: string) =>
    escapeMarkdown(block.most === undefined ? line : cutLine(line, PROSE_OCTETS));
  const cut = (lines: readonly string[], write: (line: string) => string) =>
    block.most === undefined ? lines.map(write) : cutLines(lines, block.most, write);
  switch (block.kind) {
    case 'title':
      return [`# ${cut(wrapped(block.text), prose).join(' ')}`];
    case 'prose':
      return cut(wrapped(block.text), prose);
    case 'items':
      return cut(
        block.items.flatMap((item) => wrapped(item, '- ', '  ')),
        listed(prose),
      );
    case 'facts':
      return cut(
        block.facts.flatMap(([name, value]) => wrapped(`${name}: ${value}`, '- ', '  ')),
        listed(prose),
      );
    case 'link':
      return [`${block.name}: <${block.url}>`];
    case 'quote':
      return fenced(cut(block.lines, (line) => line));
  }
}

/** The mark of a list, or the room below it, is ours. */
function listed(write: (line: string) => string): (line: string) => string {
  return (line) => (/^(?:- | {2})/.test(line) ? `${line.slice(0, 2)}${write(line.slice(2))}` : write(line));
}

/** Longer than any run of backticks in it (CommonMark 0.31 §4.5). */
function fenced(lines: readonly string[]): string[] {
  const longest = Math.max(
    2,
    ...lines.flatMap((line) => line.match(/`+/g) ?? []).map(({ length }) => length),
  );
  const fence = '`'.repeat(longest + 1);
  return [`${fence}text`, ...lines, fence];
}

/**
 * A line of prose that means itself (CommonMark 0.31 §2.4): no mark of emphasis, code, link, HTML, entity, table or heading, and
 * at its beginning none of a list, a quotation or an underline. What looks like an address of a page is no link.
 */
export function escapeMarkdown(line: string): string {
  return line
    .replace(/[\\`*_[\]<>#|~&$]/g, '\\$&')
    .replaceAll('://', '\\://')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`)
    .replace(/^ *[-+=]/, (start) => `${start.slice(0, -1)}\\${start.at(-1) ?? ''}`)
    .replace(/^( *\d+)([.)])(?= |$)/, '$1\\$2')
    .replace(/^\t| {4,}/g, ' ');
}
