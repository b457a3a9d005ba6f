import { type Block, type Fact, filled } from './block';
import { cutLine, cutLines } from './cut';
import { wrapped } from './wrapped';

/** Octets of one line of prose that has a limit: a name may be longer than a line. */
export const PROSE_OCTETS = 160;

/** The blocks as plain text, for a ticket or a mail. */
export function asText(blocks: readonly Block[]): string {
  const all = filled(blocks);
  const text = all.map((block, n) => {
    const lines = [...(block.heading === undefined ? [] : [`${block.heading}:`]), ...linesOf(block)];
    return `${n === 0 || isBesideFacts(all[n - 1], block) ? '' : '\n'}${lines.join('\n')}\n`;
  });
  return text.join('');
}

/** The link is one of the facts. */
function isBesideFacts(before: Block | undefined, { kind, heading }: Block): boolean {
  return heading === undefined && kind === 'facts' && (before?.kind === 'link' || before?.kind === 'facts');
}

function linesOf(block: Block): string[] {
  const lines = rawLinesOf(block);
  if (block.most === undefined) return lines;
  const isProse = block.kind !== 'quote' && block.kind !== 'link';
  return cutLines(lines, block.most, (line) => (isProse ? cutLine(line, PROSE_OCTETS) : line));
}

function rawLinesOf(block: Block): string[] {
  switch (block.kind) {
    case 'title':
    case 'prose':
      return wrapped(block.text);
    case 'items':
      return block.items.flatMap((item) => wrapped(item, '* ', '  '));
    case 'facts':
      return block.facts.flatMap(factLines);
    case 'link':
      return [`${nameColumn(block.name)}${block.url}`];
    case 'quote':
      return [...block.lines];
  }
}

const NAME_COLUMN = 8;

function factLines([name, value]: Fact): string[] {
  return wrapped(value, nameColumn(name), ' '.repeat(NAME_COLUMN));
}

function nameColumn(name: string): string {
  return `${name}:`.padEnd(NAME_COLUMN);
}
