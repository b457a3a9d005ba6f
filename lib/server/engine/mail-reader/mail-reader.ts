import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Answer, ReadMail, Results, Span, Task } from './task';

/** Milliseconds for one task, by the clock: a mail of 25 MB takes 300 on a slow machine. */
const TASK_MS = 1_500;

/** Milliseconds after which a worker without work ends, and gives its memory back. */
const IDLE_MS = 60_000;

/** Megabytes of what a worker makes out of a mail; it ends when it needs more. */
const MAX_HEAP_MB = 256;

/** Where `scripts/ready.mjs` puts the worker as one file, since the thread knows neither TypeScript nor our paths. */
const WORKER = join('lib', 'server', 'generated', 'mail-reader.mjs');

/** Reads foreign mail outside of the thread that answers requests. Of one mail it can be told in time that it is not read. */
export interface MailReader {
  /** The messages of an mbox; anything else is one message, and blanks are none. Null when that took too long. */
  split(raw: SharedArrayBuffer): Promise<Span[] | null>;
  /** What a message says; null when it could not be read within `ms` or with the memory there is. Rejects on bugs only. */
  read(raw: SharedArrayBuffer, span: Span, ms?: number): Promise<ReadMail | null>;
  close(): Promise<void>;
}

interface Waiting {
  task: Task;
  ms: number;
  settle(answer: Answer | null): void;
}

/** One thread that reads one mail after the other; one that passes its deadline is ended and replaced. */
export function createMailReader(file = join(/* turbopackIgnore: true */ process.cwd(), WORKER)): MailReader {
  const queue: Waiting[] = [];
  let worker: Worker | null = null;
  let isReady = false;
  let current: Waiting | null = null;
  let timer: NodeJS.Timeout | undefined;

  const start = (): Worker => {
    const started = new Worker(/* turbopackIgnore: true */ file, {
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    });
    started.unref();
    started.on('message', (answer: Answer) => {
      if (started !== worker) return;
      if ('isReady' in answer) isReady = true;
      else settle(answer);
      next();
    });
    // Out of memory, or a bug before anything could be answered.
    started.on('error', (error) => {
      if (started === worker) end(isOutOfMemory(error) ? null : { failure: String(error) });
    });
    return started;
  };

  const settle = (answer: Answer | null): void => {
    clearTimeout(timer);
    current?.settle(answer);
    current = null;
  };

  const end = (answer: Answer | null): void => {
    const ended = worker;
    worker = null;
    isReady = false;
    void ended?.terminate();
    current ??= queue.shift() ?? null;
    settle(answer);
    next();
  };

  const next = (): void => {
    if (current !== null) return;
    clearTimeout(timer);
    if (queue.length === 0) {
      timer = setTimeout(() => end(null), IDLE_MS);
      timer.unref();
      return;
    }
    worker ??= start();
    if (!isReady) return;
    current = queue.shift() ?? null;
    if (current === null) return;
    timer = setTimeout(() => end(null), current.ms);
    worker.postMessage(current.task);
  };

  const ask = <W extends Task['what']>(task: Task & { what: W }, ms = TASK_MS): Promise<Results[W] | null> =>
    new Promise((resolve, reject) => {
      const settleIt = (answer: Answer | null) => {
        if (answer === null) resolve(null);
        else if ('failure' in answer) reject(new Error(answer.failure));
        else if ('result' in answer) resolve(answer.result as Results[W]); // one task at a time: it is that of this one
      };
      queue.push({ task, ms, settle: settleIt });
      next();
    });

  return {
    split: (raw) => ask({ what: 'split', raw }),
    read: (raw, span, ms) => ask({ what: 'read', raw, span }, ms),
    async close() {
      clearTimeout(timer);
      await worker?.terminate();
      worker = null;
    },
  };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
