/** How far the database may be behind what happened. */
export const WRITE_EVERY_MS = 1_000;

/** Gathers values and writes them in batches, one batch at a time, in order. */
export interface EventWriter<T> {
  add(value: T): void;
  /** Resolves when nothing is being written; what waits goes on waiting, and is not written unless flushed. */
  settle(): Promise<void>;
  /** Resolves when all that was added has been written; rejects when that failed. */
  flush(): Promise<void>;
}

/** `onError` hears of a batch that could not be written as soon as it fails; `flush` rejects with it as well. */
export function createEventWriter<T>(
  write: (batch: T[]) => Promise<void>,
  onError: (error: unknown) => void,
): EventWriter<T> {
  let waiting: T[] = [];
  let timer: NodeJS.Timeout | undefined;
  let written: Promise<void> = Promise.resolve();

  const writeWaiting = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    written = written.then(() => write(batch));
    written.catch(onError);
  };

  return {
    add(value) {
      waiting.push(value);
      timer ??= setTimeout(writeWaiting, WRITE_EVERY_MS);
    },
    async settle() {
      clearTimeout(timer);
      timer = undefined;
      await written;
    },
    async flush() {
      writeWaiting();
      await written;
    },
  };
}
