import { fold } from './fold';

/**
 * One pattern that fits where any of these does. What begins with a letter is only looked for at the beginning of a word: that
 * is asked once for all of them, which is most of the speed of reading.
 */
export function either(...patterns: readonly RegExp[]): RegExp {
  const atWord: string[] = [];
  const others: string[] = [];
  for (const source of patterns.flatMap((pattern) => alternatives(pattern.source))) {
    if (/^(?:\(\?:)*[a-z\d]/i.test(source)) atWord.push(source);
    else if (source.startsWith(WORD_START)) atWord.push(source.slice(WORD_START.length));
    else others.push(source);
  }
  if (atWord.length > 0) others.unshift(String.raw`\b(?:${atWord.join('|')})`);
  return new RegExp(others.join('|'), patterns[0]?.flags ?? '');
}

const WORD_START = String.raw`\b`;

/** What stands between the bars that are outside of brackets. */
function alternatives(source: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const [piece] of source.matchAll(/\\.|\[(?:\\.|[^\]]){0,300}\]|[^]/gu)) {
    if (piece === '|' && depth === 0) parts.push('');
    else parts.push((parts.pop() ?? '') + piece);
    if (piece === '(') depth++;
    if (piece === ')') depth--;
  }
  return parts;
}

/**
 * One of the first words, and after it one of the second ones with at most so many characters between them, in one sentence
 * and on one side of a colon. The words are patterns; each begins at the beginning of a word.
 */
export function near(first: readonly string[], gap: number, second: readonly string[]): RegExp {
  return new RegExp(
    String.raw`\b(?:${first.join('|')})\b(?:[^.:!?]|[.:!?](?! )){0,${gap}}(?:${second.map(fromWordStart).join('|')})`,
  );
}

/** Any of these patterns; they may be written with their accents, and other letters than Latin ones stand anywhere. */
export function spelt(patterns: readonly string[]): RegExp {
  return either(...patterns.map((pattern) => new RegExp(fold(pattern))));
}

function fromWordStart(word: string): string {
  return /^[\w(]/.test(word) ? String.raw`\b${word}` : word;
}
