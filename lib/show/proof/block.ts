import { escapeText } from '@/lib/smtp/escape';
import type { Limit } from './cut';

/** A part of the proof, which is written as plain text or as Markdown. Without a limit it is written whole. */
export type Block = { heading?: string; most?: Limit } & (
  | { kind: 'title' | 'prose'; text: string }
  /** A sentence or two each; a single one is no list. */
  | { kind: 'items'; items: readonly string[] }
  | { kind: 'facts'; facts: readonly Fact[] }
  /** A link of ours, whole. */
  | { kind: 'link'; name: string; url: string }
  /** Evidence as it is, line by line. */
  | { kind: 'quote'; lines: readonly string[] }
);

export type Fact = readonly [name: string, value: string];

/** Without what has nothing to say. A title is one paragraph, and a line of evidence one line. */
export function filled(blocks: readonly Block[]): Block[] {
  return blocks
    .filter((block) => !isEmpty(block))
    .map(singled)
    .map(inLines);
}

function inLines(block: Block): Block {
  switch (block.kind) {
    case 'title':
      return { ...block, text: squeezed(block.text) };
    case 'prose':
      return { ...block, text: withoutTabs(block.text) };
    case 'items':
      return { ...block, items: block.items.map(withoutTabs) };
    case 'facts':
      return { ...block, facts: block.facts.map(([name, value]) => [name, squeezed(value)] as const) };
    case 'link':
      return block;
    case 'quote':
      return { ...block, lines: block.lines.map((line) => line.replace(/[\r\n\t]/g, escapeText)) };
  }
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function withoutTabs(text: string): string {
  return text.replace(/[\r\t]+/g, ' ');
}

function singled(block: Block): Block {
  if (block.kind !== 'items' || block.items.length > 1) return block;
  const { items, ...about } = block;
  return { ...about, kind: 'prose', text: items.join() };
}

function isEmpty(block: Block): boolean {
  switch (block.kind) {
    case 'title':
    case 'prose':
      return block.text === '';
    case 'items':
      return block.items.length === 0;
    case 'facts':
      return block.facts.length === 0;
    case 'link':
      return block.url === '';
    case 'quote':
      return block.lines.length === 0;
  }
}
