/** Queries one check may send; a normal domain needs 15 to 40, the rest is room for dead servers and long chains. */
export const MAX_QUERIES = 300;

/** Counts the queries of one check and says once when there are none left. */
export interface Budget {
  /** Takes one query; false when there are none left. */
  take(): boolean;
  readonly used: number;
}

export function createBudget(max: number, onExhausted: (limit: string, count: number) => void): Budget {
  let used = 0;
  let told = false;
  return {
    take() {
      if (used < max) {
        used++;
        return true;
      }
      if (!told) onExhausted('dns-queries', max);
      told = true;
      return false;
    },
    get used() {
      return used;
    },
  };
}
