import { createThread, programFile } from '../thread/thread';
import type { ReadMail, Results, Span, Task } from './task';

/** Milliseconds for one task, by the clock: a mail of 25 MB takes 300 on a slow machine. */
const TASK_MS = 1_500;

/** Megabytes of what a worker makes out of a mail. */
const MAX_HEAP_MB = 256;

/** Reads foreign mail outside of the thread that answers requests. Of one mail it can be told in time that it is not read. */
export interface MailReader {
  /** The messages of an mbox; anything else is one message, and blanks are none. Null when that took too long. */
  split(raw: SharedArrayBuffer): Promise<Span[] | null>;
  /** What a message says; null when it could not be read within `ms` or with the memory there is. Rejects on bugs only. */
  read(raw: SharedArrayBuffer, span: Span, ms?: number): Promise<ReadMail | null>;
  close(): Promise<void>;
}

/** A reader with a thread of its own. */
export function createMailReader(file = programFile('mail-reader')): MailReader {
  const thread = createThread<Task, Results[Task['what']]>({ file, heapMb: MAX_HEAP_MB });
  // Sound: a task is answered by the result of its own kind.
  const ask = async <W extends Task['what']>(task: Task & { what: W }, ms = TASK_MS) =>
    (await thread.ask(task, ms)) as Results[W] | null;
  return {
    split: (raw) => ask({ what: 'split', raw }),
    read: (raw, span, ms) => ask({ what: 'read', raw, span }, ms),
    close: () => thread.close(),
  };
}
