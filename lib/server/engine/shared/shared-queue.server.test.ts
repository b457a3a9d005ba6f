import { afterEach, beforeEach, describe } from 'vitest';
import { openTestShared, type TestShared } from '@/e2e/fixtures/test-shared';
import { queueContract } from '../queue-contract';
import { createSharedQueue, type SharedQueue } from './shared-queue';

let opened: TestShared;
const queues: SharedQueue[] = [];

beforeEach(async () => {
  opened = await openTestShared();
});
afterEach(async () => {
  // What a test has begun and not ended goes on.
  for (const queue of queues.splice(0)) void queue.close();
  await opened.close();
});

async function newQueue(): Promise<SharedQueue> {
  const shared = await opened.open();
  await shared.claims.pulse(0);
  const queue = createSharedQueue(shared);
  queues.push(queue);
  return queue;
}

describe('a queue of several processes', () =>
  queueContract(async () => {
    const queue = await newQueue();
    return {
      ...queue,
      async enqueue(id, caller, priority) {
        await opened.addCheck(id, caller, priority);
        await queue.enqueue(id, caller, priority);
      },
    };
  }));
