import { catalogue } from './catalogue';

/** What a finding is called, whatever it is about. */
interface NamedFinding {
  code: string;
  name: string;
}

/** Those whose code or name has all of these words, the one of just this code first; at most so many. */
export function findingsNamed(words: string, most: number): NamedFinding[] {
  const wanted = words.trim().toLowerCase();
  const pieces = wanted.split(/\s+/);
  return Object.entries(catalogue)
    .map(([code, { name }]) => ({ code, name }))
    .filter(({ code, name }) => pieces.every((piece) => `${code} ${name}`.toLowerCase().includes(piece)))
    .toSorted((a, b) => Number(b.code === wanted) - Number(a.code === wanted))
    .slice(0, most);
}
