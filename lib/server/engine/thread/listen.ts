import { parentPort } from 'node:worker_threads';
import type { Answer } from './thread';

/**
 * In a thread of its own: does one task after the other, and answers. Elsewhere nothing. The cast is sound: the thread is made with
 * the file of this work, and sent its tasks.
 */
export function listen(work: (task: never) => unknown): void {
  const port = parentPort;
  if (port === null) return;
  const answer = (one: Answer<unknown>) => port.postMessage(one);
  port.on('message', (task: unknown) => {
    const done = Promise.resolve(task).then((given) => work(given as never));
    done.then(
      (result) => answer({ result }),
      (error: unknown) => answer({ failure: error instanceof Error ? (error.stack ?? '') : String(error) }),
    );
  });
  answer({ isReady: true });
}
