/** Queries one check may send; a normal domain needs 15 to 40, the rest is room for dead servers and long chains. */
export const MAX_QUERIES = 300;

/** Of these, queries that compare servers with each other; the rest is kept for the way of the mail. */
export const MAX_SURVEY_QUERIES = 240;

/** Queries about what a domain publishes beside the way of the mail; they are beside all others. */
export const MAX_POLICY_QUERIES = 60;

/** Of these, queries about what no sender goes by; the rest is kept for DANE and MTA-STS, which bar mail. */
export const MAX_OTHER_POLICY_QUERIES = 45;

/** Counts the queries of one check. */
export interface Budget {
  /** Takes one query; false when there are none left. */
  take(): boolean;
  readonly used: number;
  readonly isEmpty: boolean;
  /** True once a query has been asked for in vain. */
  readonly isSpent: boolean;
}

/** A share of another budget: what it takes is taken from both. */
export function shareOf(whole: Budget, max: number): Budget {
  let used = 0;
  let isSpent = false;
  return {
    take() {
      isSpent = used >= max || whole.isEmpty || !whole.take();
      if (!isSpent) used++;
      return !isSpent;
    },
    get used() {
      return used;
    },
    get isEmpty() {
      return used >= max || whole.isEmpty;
    },
    get isSpent() {
      return isSpent;
    },
  };
}

export function createBudget(max: number, onExhausted: () => void): Budget {
  let used = 0;
  let told = false;
  return {
    take() {
      if (used < max) {
        used++;
        return true;
      }
      if (!told) onExhausted();
      told = true;
      return false;
    },
    get used() {
      return used;
    },
    get isEmpty() {
      return used >= max;
    },
    get isSpent() {
      return told;
    },
  };
}
