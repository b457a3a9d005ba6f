import { parentPort } from 'node:worker_threads';
import type { Answer } from './thread';

/** In a thread of its own: does one task after the other, and answers. Elsewhere, as in tests, nothing. */
export function listen<Task, Result>(work: (task: Task) => Result | Promise<Result>): void {
  const port = parentPort;
  if (port === null) return;
  const answer = (one: Answer<Result>) => port.postMessage(one);
  const resultOf = async (task: Task) => work(task);
  port.on('message', (task: Task) => {
    resultOf(task).then(
      (result) => answer({ result }),
      (error: unknown) => answer({ failure: error instanceof Error ? (error.stack ?? '') : String(error) }),
    );
  });
  answer({ isReady: true });
}
