import type { Tone } from './words';

/** One policy of a domain in words: its state, one sentence or more, and what it was read from. */
export interface PolicyRow {
  name: string;
  tone: Tone;
  state: string;
  say: string;
  /** Records and lines as they are published, each with where it stands. */
  records: readonly { at: string; text: string }[];
  /** How it was evaluated, step by step. */
  steps: readonly string[];
}
