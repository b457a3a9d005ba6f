import { describe, expect, test, vi } from 'vitest';
import { AppProblem } from '@/lib/problem';
import { parseHelo, parseSender } from '@/lib/target/wire-name';
import { clientAddress } from './http/client-address';
import { eventStream } from './http/event-stream';
import { createEventWriter, WRITE_EVERY_MS } from './engine/event-writer';
import { createFrozenReports } from './engine/frozen-reports';
import { openApi } from './http/openapi';
import { problemResponse } from './http/problem-response';

describe('names that may be said', () => {
  test.each([
    ['a@b.example', { ok: false }],
    ['x\r\nRSET', { ok: false }],
    ['', { ok: false }],
    ['[192.0.2.1]', { ok: true, value: '[192.0.2.1]' }],
    ['Bücher.example', { ok: true, value: 'xn--bcher-kva.example' }],
  ])('EHLO %j', (text, wanted) => expect(parseHelo(text)).toMatchObject(wanted));

  test.each([
    ['b.example', { ok: false }],
    ['a@b.example\r\nRCPT TO:<x@y>', { ok: false }],
    ['<>', { ok: true, value: '<>' }],
    ['<a@b.example>', { ok: true, value: 'a@b.example' }],
  ])('MAIL FROM %j', (text, wanted) => expect(parseSender(text)).toMatchObject(wanted));
});

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

describe('event writer', () => {
  test('in batches, in order, at most a quarter of a second behind', async () => {
    vi.useFakeTimers();
    try {
      const batches: number[][] = [];
      const writer = createEventWriter<number>(
        (batch) => Promise.resolve(void batches.push(batch)),
        () => undefined,
      );
      [1, 2, 3].forEach(writer.add);
      expect(batches).toEqual([]);
      await vi.advanceTimersByTimeAsync(WRITE_EVERY_MS);
      expect(batches).toEqual([[1, 2, 3]]);
      writer.add(4);
      await writer.flush();
      expect(batches).toEqual([[1, 2, 3], [4]]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('a batch that cannot be written is told at once and again at the end', async () => {
    const told: unknown[] = [];
    const writer = createEventWriter<number>(
      () => Promise.reject(new Error('full')),
      (error) => told.push(error),
    );
    writer.add(1);
    await expect(writer.flush()).rejects.toThrow('full');
    expect(told).toHaveLength(1);
  });
});

test.each([
  [{ 'x-forwarded-for': '203.0.113.9, 192.0.2.7' }, '192.0.2.7'],
  [{ 'x-forwarded-for': '192.0.2.7' }, '192.0.2.7'],
  [{ 'x-forwarded-for': ', ' }, 'unknown'],
  [{}, 'unknown'],
])('who asks: %j', (headers, address) => expect(clientAddress(new Headers(headers))).toBe(address));

test('a problem document: fields cannot cover what is fixed, and nothing internal is told', async () => {
  const problem = new AppProblem('too-many-checks', {
    say: 'Later.',
    fields: { status: 200, more: 1 },
    retryAfterSeconds: 7,
    cause: new Error('secret'),
  });
  const answer = problemResponse(problem);
  expect(answer.status).toBe(429);
  expect(answer.headers.get('retry-after')).toBe('7');
  expect(await answer.json()).toEqual({
    type: 'urn:mxproof:problem:too-many-checks',
    title: 'Too many checks',
    status: 429,
    code: 'too-many-checks',
    detail: 'Later.',
    more: 1,
  });
});

test('the description of the API names every field of the contract', () => {
  const text = JSON.stringify(openApi());
  for (const field of [
    'queueId',
    'durationMs',
    'localPort',
    'soaSerial',
    'isAlias',
    'queryCount',
    'permanence',
    'plain',
  ])
    expect(text).toContain(`"${field}"`);
});

test('frozen reports: the least recently read goes first', () => {
  const frozen = createFrozenReports<number>();
  for (let n = 1; n <= 20; n++) frozen.keep(`check-${n}`, n);
  expect(frozen.get('check-1')).toBe(1);
  frozen.keep('check-21', 21);
  expect(frozen.get('check-1')).toBe(1);
  expect(frozen.get('check-2')).toBeUndefined();
});
