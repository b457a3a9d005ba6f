import { describe } from 'vitest';
import { feedContract } from './feed-contract';
import { createMemoryFeed } from './memory-feed';

describe('a feed in memory', () =>
  feedContract(() => {
    const feed = createMemoryFeed();
    return {
      feed,
      open: feed.open,
      publish(id, events) {
        for (const event of events) feed.publish(id, event);
      },
      done: (id, seq) =>
        feed.publish(id, { type: 'done', status: 'done', at: '2026-11-23T10:02:00Z', digest: null, seq }),
      close: feed.close,
    };
  }));
