import { expect, test } from 'vitest';
import { createStreamRoom, type StreamRoom } from './stream-room';

async function* numbers() {
  for (let n = 1; n <= 2; n++) {
    await Promise.resolve();
    yield n;
  }
}

async function* broken() {
  await Promise.resolve();
  yield 1;
  throw new Error('torn');
}

const iteratorOf = <E>(events: AsyncIterable<E>) => events[Symbol.asyncIterator]();

/** Opens a stream of such events for somebody. */
const hold = (room: StreamRoom, caller: string, events = numbers) =>
  room.hold(caller, () => Promise.resolve(events()));

const refusal = (code: string) => expect.objectContaining({ code, retryAfterSeconds: 10 }) as unknown;

test('those of one caller stop nobody else', async () => {
  const room = createStreamRoom({ streams: 10, streamsPerCaller: 2 });
  await hold(room, 'a');
  await hold(room, 'a');
  await expect(hold(room, 'a')).rejects.toThrow(refusal('too-many-streams'));
  await hold(room, 'b');
});

test('nor do all of them take more than there is', async () => {
  const room = createStreamRoom({ streams: 2, streamsPerCaller: 2 });
  await hold(room, 'a');
  await hold(room, 'b');
  await expect(hold(room, 'c')).rejects.toThrow(refusal('too-busy'));
});

test.each<[string, (iterator: AsyncIterator<number>) => Promise<unknown>]>([
  [
    'read to its end',
    async (iterator) => [await iterator.next(), await iterator.next(), await iterator.next()],
  ],
  ['left in the middle', async (iterator) => [await iterator.next(), await iterator.return?.()]],
  ['left before the first event', (iterator) => iterator.return?.() ?? Promise.resolve()],
  ['left twice', async (iterator) => [await iterator.return?.(), await iterator.return?.()]],
])('a place is free again, once: %s', async (_, use) => {
  const room = createStreamRoom({ streams: 2, streamsPerCaller: 2 });
  await hold(room, 'a');
  await use(iteratorOf(await hold(room, 'a')));
  await hold(room, 'a');
  await expect(hold(room, 'a')).rejects.toThrow(refusal('too-many-streams'));
});

test('nothing is opened where there is no place, and what cannot be opened takes none', async () => {
  const room = createStreamRoom({ streams: 1, streamsPerCaller: 1 });
  const fail = () => Promise.reject(new Error('no such check'));
  await expect(room.hold('a', fail)).rejects.toThrow('no such check');
  await hold(room, 'a');
  await expect(room.hold('a', fail)).rejects.toThrow(refusal('too-many-streams'));
});

test('a place is free again when the events break off', async () => {
  const room = createStreamRoom({ streams: 1, streamsPerCaller: 1 });
  const iterator = iteratorOf(await hold(room, 'a', broken));
  await iterator.next();
  await expect(iterator.next()).rejects.toThrow('torn');
  await hold(room, 'a');
});
