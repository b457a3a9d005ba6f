import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Milliseconds after which a worker without work ends, and gives its memory back. */
const IDLE_MS = 60_000;

/** Answer of the worker; what went wrong inside it is our bug, and told as text. */
export type Answer<Result> = { isReady: true } | { result: Result } | { failure: string };

interface ThreadConfig {
  /** Of the worker, one file, since the thread knows neither TypeScript nor our paths. */
  file: string;
  /** Megabytes of what it makes out of a task; it ends when it needs more. */
  heapMb: number;
}

/** Does what may take too long, or too much memory, outside of the thread that answers requests. */
export interface Thread<Task, Result> {
  /** Null when the task was not done within `ms`, by the clock, or with the memory there is. Rejects on bugs only. */
  ask(task: Task, ms: number): Promise<Result | null>;
  close(): Promise<void>;
}

interface Waiting<Task, Result> {
  task: Task;
  ms: number;
  settle(answer: Answer<Result> | null): void;
}

/** Where `scripts/ready.mjs` puts a program as one file. */
export function programFile(name: string): string {
  return join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'server', 'generated', `${name}.mjs`);
}

/** One thread that does one task after the other; one that passes its deadline is ended and replaced. */
export function createThread<Task, Result>({ file, heapMb }: ThreadConfig): Thread<Task, Result> {
  const queue: Waiting<Task, Result>[] = [];
  let worker: Worker | null = null;
  let isReady = false;
  let current: Waiting<Task, Result> | null = null;
  let timer: NodeJS.Timeout | undefined;

  const start = (): Worker => {
    const started = new Worker(/* turbopackIgnore: true */ file, {
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    started.unref();
    started.on('message', (answer: Answer<Result>) => {
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

  const settle = (answer: Answer<Result> | null): void => {
    clearTimeout(timer);
    current?.settle(answer);
    current = null;
  };

  const end = (answer: Answer<Result> | null): void => {
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

  return {
    ask: (task, ms) =>
      new Promise((resolve, reject) => {
        const settleIt = (answer: Answer<Result> | null) => {
          if (answer === null) resolve(null);
          else if ('failure' in answer) reject(new Error(answer.failure));
          else if ('result' in answer) resolve(answer.result);
        };
        queue.push({ task, ms, settle: settleIt });
        next();
      }),
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
