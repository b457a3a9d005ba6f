import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestShared, type TestShared } from '@/e2e/fixtures/test-shared';
import { eventDocument } from '@/lib/report/document';
import { isEvidence, type CheckEvent } from '@/lib/report/event';
import { AS_SHIPPED } from '@/lib/findings/severities';
import { SCHEMA_VERSION } from '@/lib/report/versions';
import type { Presence } from '@/lib/store/postgresql/presence';
import { feedContract } from '../feed-contract';
import { createSharedFeed, type SharedFeed } from './shared-feed';

let opened: TestShared;
let presence: Presence;
let feed: SharedFeed;

beforeEach(async () => {
  opened = await openTestShared();
});
afterEach(async () => {
  await presence.leave();
  await opened.close();
});

/** Events are written by one process, and followed at another. */
async function make() {
  const [writer, reader] = [await opened.open(), await opened.open()];
  const store = await opened.storeOf(writer);
  const events = new Map<string, CheckEvent[]>();
  feed = createSharedFeed({
    store: await opened.storeOf(reader),
    claims: reader.claims,
    severities: AS_SHIPPED,
  });
  presence = await reader.join({
    mayKeepTime: false,
    onEvents: (id) => feed.look(id),
    onNews: (word, about) => {
      if (word === 'ended') feed.look(about);
    },
    onBack: () => feed.look(null),
    onTime: () => undefined,
    onLost: () => undefined,
  });
  return {
    feed,
    async open(id: string) {
      events.set(id, []);
      await opened.addCheck(id);
      await writer.claims.take(id);
    },
    async publish(id: string, published: CheckEvent[]) {
      events.get(id)?.push(...published);
      await store.append(id, published.map(eventDocument));
    },
    async done(id: string, seq: number) {
      await store.seal(
        id,
        { version: SCHEMA_VERSION, events: (events.get(id) ?? []).filter(isEvidence) },
        {
          status: 'done',
          finishedAt: new Date(),
          lastSeq: seq,
          verdict: null,
          verdictCode: null,
          queryCount: 0,
          sessionCount: 0,
        },
      );
    },
    close: (id: string) => writer.claims.release(id),
  };
}

describe('a feed of several processes', () => feedContract(make));

test('a connection that was lost: what happened meanwhile is caught up', async () => {
  const { publish, open } = await make();
  await open('a');
  const live = (await feed.follow('a', 0))?.[Symbol.asyncIterator]();
  await publish('a', [{ type: 'limit', limit: 'deadline', count: 1, seq: 1 }]);
  expect((await live?.next())?.value).toMatchObject({ seq: 1 });
  await opened.run(
    `SELECT pg_terminate_backend("pid") FROM "pg_stat_activity" WHERE "query" LIKE 'LISTEN%' OR "query" LIKE 'SELECT FALSE%'`,
  );
  await publish('a', [{ type: 'limit', limit: 'deadline', count: 2, seq: 2 }]);
  expect((await live?.next())?.value).toMatchObject({ seq: 2 });
  await live?.return?.();
});
