import type { StoredEvent } from '@/lib/report/stored-evidence';

/** Proxies close connections on which nothing is said; most wait 60 s. */
const HEARTBEAT_MS = 15_000;

/** How soon a browser opens a lost stream again. */
const RETRY_MS = 2_000;

export const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'private, no-store, no-transform',
  'x-accel-buffering': 'no',
} as const;

/** Events as `text/event-stream`; the number of an event is its `id:`. Pulled, so that a slow reader costs nothing. */
export function eventStream(events: AsyncIterable<StoredEvent>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = events[Symbol.asyncIterator]();
  let next: Promise<IteratorResult<StoredEvent>> | null = null;
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(`retry: ${RETRY_MS}\n\n`));
    },
    async pull(controller) {
      next ??= iterator.next();
      const result = await within(HEARTBEAT_MS, next);
      if (result === null) return controller.enqueue(encoder.encode(': still here\n\n'));
      next = null;
      if (result.done === true) return controller.close();
      controller.enqueue(encoder.encode(frame(result.value)));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

/** JSON has no line breaks, so one data line holds an event. */
function frame(event: StoredEvent): string {
  return `id: ${event.seq}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

/** Null when nothing came within the time. */
async function within<T>(ms: number, value: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([value, timeUp]);
  } finally {
    clearTimeout(timer);
  }
}
