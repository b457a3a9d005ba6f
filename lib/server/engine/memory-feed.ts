import { type Channel, createChannel } from '@/lib/report/channel';
import { eventDocument } from '@/lib/report/document';
import type { CheckEvent } from '@/lib/report/event';
import type { StoredEvent } from '@/lib/report/stored-evidence';
import type { Feed, Publisher } from './feed';

interface Topic {
  readonly events: CheckEvent[];
  readonly followers: Set<Channel<CheckEvent>>;
}

/** A feed for those who follow in this process. */
export function createMemoryFeed(): Feed & Publisher {
  const topics = new Map<string, Topic>();
  return {
    open(id) {
      topics.set(id, { events: [], followers: new Set() });
    },
    publish(id, event) {
      const topic = topics.get(id);
      if (topic === undefined) throw new Error('an event of a check that is not open');
      topic.events.push(event);
      for (const follower of topic.followers) {
        follower.push(event);
        if (event.type === 'done') follower.end();
      }
    },
    follow(id, after) {
      const topic = topics.get(id);
      return Promise.resolve(topic === undefined ? null : followTopic(topic, after));
    },
    close(id) {
      topics.delete(id);
    },
  };
}

async function* followTopic({ events, followers }: Topic, after: number): AsyncGenerator<StoredEvent> {
  const channel = createChannel<CheckEvent>();
  for (const event of events) channel.push(event);
  if (events.at(-1)?.type === 'done') channel.end();
  else followers.add(channel);
  try {
    for await (const event of channel) if (event.seq > after) yield eventDocument(event);
  } finally {
    followers.delete(channel);
  }
}
