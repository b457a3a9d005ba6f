import { describe, expect, test, vi } from 'vitest';
import { eventStream } from './event-stream';

describe('event stream', () => {
  const limit = (seq: number) => ({ type: 'limit', seq, limit: 'x\n\nid: 9', count: seq });
  const read = async (stream: ReadableStream<Uint8Array>) => new Response(stream).text();

  test('one frame an event; line breaks stay inside the JSON', async () => {
    const events = (async function* () {
      await Promise.resolve();
      yield limit(1);
      yield limit(2);
    })();
    const text = await read(eventStream(events));
    expect(text).toBe(
      `retry: 2000\n\nid: 1\nevent: limit\ndata: ${JSON.stringify(limit(1))}\n\nid: 2\nevent: limit\ndata: ${JSON.stringify(limit(2))}\n\n`,
    );
  });

  test('a word every 15 s while nothing happens, and no event is lost by it', async () => {
    vi.useFakeTimers();
    try {
      const events = (async function* () {
        await new Promise((resolve) => setTimeout(resolve, 40_000));
        yield limit(1);
      })();
      const text = read(eventStream(events));
      await vi.advanceTimersByTimeAsync(41_000);
      expect((await text).match(/: still here|id: 1\n/g)).toEqual([
        ': still here',
        ': still here',
        'id: 1\n',
      ]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('a reader who leaves ends the following', async () => {
    let ended = false;
    const events = (async function* () {
      try {
        for (let seq = 1; ; seq++) {
          await Promise.resolve();
          yield limit(seq);
        }
      } finally {
        ended = true;
      }
    })();
    const reader = eventStream(events).getReader();
    await reader.read();
    await reader.read();
    await reader.cancel();
    expect(ended).toBe(true);
  });
});
