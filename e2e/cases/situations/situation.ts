import type { Verdict } from '@/lib/report/finding';

/** How a line of `situations.jsonl` is tried: what plays it, and what is to be read there. */
export type SituationCase = Place & {
  /** As it stands in the file. */
  situation: string;
  /** One for each of its must-says and then of what it calls missing, in their order. */
  says: readonly RegExp[];
  /** One for each of what was said wrongly, in their order; then what else would be wrong. */
  saysNot: readonly RegExp[];
  /** Where the file is wrong, or names a side that the evidence does not prove: what is right. */
  verdict?: Partial<Pick<Verdict, 'outcome' | 'side'>>;
};

/** The report of the scenario of this name, or what blocklists say of this address. */
type Place = { scenario: string } | { lookUp: string };

/** Under which name what was played is found. */
export function placeOf(row: Place): string {
  return 'scenario' in row ? row.scenario : row.lookUp;
}
