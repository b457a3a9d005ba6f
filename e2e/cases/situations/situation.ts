import type { Verdict } from '@/lib/report/finding';

/** How a line of `situations.jsonl` is tried: the scenario that plays it, and what the report must say there. */
export interface SituationCase {
  /** As it stands in the file. */
  situation: string;
  /** The name of the scenario. */
  scenario: string;
  /** One for each of its must-says and then of what it calls missing, in their order. */
  says: readonly RegExp[];
  /** One for each of what was said wrongly, in their order. */
  saysNot: readonly RegExp[];
  /** Where the file is wrong, or names a side that the evidence does not prove: what is right. */
  verdict?: Partial<Pick<Verdict, 'outcome' | 'side'>>;
}
