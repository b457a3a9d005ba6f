/** Hands over values from many sources to one reader, in the order in which they were pushed. */
export interface Channel<T> extends AsyncIterable<T> {
  push(value: T): void;
  /** After the last value; with an error the reader gets it after the values already pushed. */
  end(error?: unknown): void;
}

export function createChannel<T>(): Channel<T> {
  const values: T[] = [];
  let ended = false;
  let failure: { error: unknown } | null = null;
  let wake: () => void = () => undefined;
  return {
    push(value) {
      if (ended) return;
      values.push(value);
      wake();
    },
    end(error) {
      ended = true;
      if (error !== undefined) failure = { error };
      wake();
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        for (let value = values.shift(); value !== undefined; value = values.shift()) yield value;
        if (failure !== null) throw failure.error;
        if (ended) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
