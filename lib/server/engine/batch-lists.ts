import { setImmediate as letOthers } from 'node:timers/promises';
import pLimit from 'p-limit';
import type { CheckStore } from '@/lib/store/store';

/** Lists of batches, whose targets become rows beside everything else. */
export interface BatchLists {
  /** One after the other; one that is being read already is not read twice. Rejects when it cannot be read: it may be read again. */
  read(id: string): Promise<void>;
  /** Goes on with none; resolves when nothing is being read any more. */
  close(): Promise<void>;
}

/** `onRead` is called when all of a list are rows. */
export function createBatchLists(
  store: Pick<CheckStore, 'unpack' | 'changeBatch' | 'leaveOut'>,
  onRead: () => void,
): BatchLists {
  const readings = new Map<string, Promise<void>>();
  const oneByOne = pLimit(1);
  let isClosed = false;

  const readOne = async (id: string): Promise<void> => {
    while (!isClosed && (await store.unpack(id))) await letOthers();
    if (isClosed) return;
    // Its lines stay, though it was stopped meanwhile.
    if (!(await store.changeBatch(id, ['reading'], 'running', null))) await store.leaveOut(id);
    onRead();
  };

  return {
    read(id) {
      const known = readings.get(id);
      if (known !== undefined) return known;
      const reading = oneByOne(() => readOne(id)).finally(() => readings.delete(id));
      readings.set(id, reading);
      return reading;
    },
    async close() {
      isClosed = true;
      await oneByOne(() => undefined);
    },
  };
}
