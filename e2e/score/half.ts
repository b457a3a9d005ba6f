import { createHash } from 'node:crypto';

/** Rules are written while one half of a set is looked at; the other one shows what they are worth. */
export type Half = 'a' | 'b';

/** The half that a row is in for good, by its name alone. */
export function halfOf(name: string): Half {
  const [first = 0] = createHash('sha256').update(name).digest();
  return first % 2 === 0 ? 'a' : 'b';
}

/** Whether a row is to be scored; without a half, all are. */
export function isIn(half: Half | null, name: string): boolean {
  return half === null || halfOf(name) === half;
}
