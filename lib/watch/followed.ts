import type { Change } from './change';

/** What follows from a try of a watch. */
export interface Followed<Knowledge> {
  knowledge: Knowledge;
  /** What is told now. */
  told: Change[];
  /** Whether it is tried again soon, to see whether it stays so. */
  again: boolean;
}
