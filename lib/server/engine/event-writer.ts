/** How far the database may be behind what happened. */
export const WRITE_EVERY_MS = 1_000;

/** Gathers values and writes them in batches, one batch at a time, in order. */
export interface EventWriter<T> {
  add(value: T): void;
  /** Ends writing, also of what waits; resolves when nothing is being written any more. */
  settle(): Promise<void>;
}

/** `onError` hears of a batch that could not be written; it is written with the next one, before what came later. */
export function createEventWriter<T>(
  write: (batch: T[]) => Promise<void>,
  onError: (error: unknown) => void,
  everyMs = WRITE_EVERY_MS,
): EventWriter<T> {
  let waiting: T[] = [];
  let timer: NodeJS.Timeout | undefined;
  let written: Promise<void> = Promise.resolve();
  let isSettled = false;

  const writeWaiting = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    try {
      await write(batch);
    } catch (error) {
      waiting = [...batch, ...waiting];
      onError(error);
    }
    timer = undefined;
    if (waiting.length > 0) writeLater();
  };

  const writeLater = (): void => {
    if (isSettled) return;
    timer ??= setTimeout(() => {
      written = writeWaiting();
    }, everyMs);
  };

  return {
    add(value) {
      waiting.push(value);
      writeLater();
    },
    async settle() {
      isSettled = true;
      clearTimeout(timer);
      await written;
    },
  };
}
