import type { KeyAnswers } from '@/lib/message/key-of';
import { createThread, programFile } from '../thread/thread';
import type { Results, Task } from './task';

/** Milliseconds for one task, by the clock: 10 MB of short lines with tabs took 1,500 in the relaxed form, and each further form or length takes as much. */
const TASK_MS = 8_000;

/** Megabytes of what a worker makes out of a message. */
const MAX_HEAP_MB = 512;

/** Reads and verifies messages of strangers outside of the thread that answers requests. */
export interface MessageVerifier {
  /** Null when that took too long, or too much memory. Rejects on bugs only. */
  read(raw: SharedArrayBuffer): Promise<Results['read'] | null>;
  /** The same; only for a message that was read. */
  verify(
    raw: SharedArrayBuffer,
    known: { answers: KeyAnswers; nowSeconds: number },
  ): Promise<Results['verify'] | null>;
  close(): Promise<void>;
}

/** A verifier with a thread of its own, which does one task after the other. */
export function createMessageVerifier(file = programFile('message-verifier'), ms = TASK_MS): MessageVerifier {
  const thread = createThread<Task, Results[Task['what']]>({ file, heapMb: MAX_HEAP_MB });
  // Sound: a task is answered by the result of its own kind.
  const ask = async <W extends Task['what']>(task: Task & { what: W }) =>
    (await thread.ask(task, ms)) as Results[W] | null;
  return {
    read: (raw) => ask({ what: 'read', raw }),
    verify: (raw, known) => ask({ what: 'verify', raw, ...known }),
    close: () => thread.close(),
  };
}
