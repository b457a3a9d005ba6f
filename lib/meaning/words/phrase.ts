import { fold } from '../fold';

/** A pattern over normalised text. Gaps are bounded, so that it takes linear time. */
export type Phrase = RegExp;

/**
 * One of the first words, and after it one of the second ones with at most so many characters between them. The words
 * are patterns; each begins at the beginning of a word.
 */
export function near(first: readonly string[], gap: number, second: readonly string[]): Phrase {
  return new RegExp(
    String.raw`\b(?:${first.join('|')})\b.{0,${gap}}(?:${second.map(fromWordStart).join('|')})`,
  );
}

/** Any of these patterns, wherever it stands: `\b` knows Latin letters only. They may be written with their accents. */
export function anywhere(patterns: readonly string[]): Phrase {
  return new RegExp(patterns.map((pattern) => latinFromWordStart(fold(pattern))).join('|'));
}

function latinFromWordStart(pattern: string): string {
  return /^(?:\(\?:)*[a-z]/.test(pattern) ? String.raw`\b(?:${pattern})` : pattern;
}

function fromWordStart(word: string): string {
  return /^[\w(]/.test(word) ? String.raw`\b${word}` : word;
}
