import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBackpressure } from './backpressure';

const LOOK_MS = 100;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Many pieces of work that begin one after the other as they may, on a thread that can be made late. */
function working() {
  let lateMs = 0;
  const pressure = createBackpressure(() => performance.now() + lateMs);
  const ends: (() => void)[] = [];
  const begin = (count: number, signal = new AbortController().signal) =>
    Promise.allSettled(
      Array.from({ length: count }, () => pressure.enter(signal).then((end) => void ends.push(end))),
    );
  return {
    begin,
    ends,
    /** So many ms pass at once in the next look. */
    beLate: async (ms: number) => {
      lateMs += ms;
      await vi.advanceTimersByTimeAsync(LOOK_MS);
    },
  };
}

test('as long as there is room nothing waits', async () => {
  const { begin, ends } = working();
  await begin(200);
  expect(ends).toHaveLength(200);
});

test('when we are late less is begun, and never nothing', async () => {
  const { begin, ends, beLate } = working();
  await begin(100);
  for (let n = 0; n < 20; n++) await beLate(31);
  void begin(10);
  await vi.advanceTimersByTimeAsync(0);
  expect(ends).toHaveLength(100);
  for (const end of ends.splice(0, 97)) end();
  await vi.advanceTimersByTimeAsync(0);
  expect(ends).toHaveLength(3 + 1);
});

test('a lateness that nobody feels changes nothing', async () => {
  const { begin, ends, beLate } = working();
  await begin(100);
  for (let n = 0; n < 20; n++) await beLate(30);
  void begin(100);
  await vi.advanceTimersByTimeAsync(0);
  expect(ends).toHaveLength(200);
});

test('when we are in time there is room for more, first come first served', async () => {
  const { begin, ends } = working();
  await begin(200);
  void begin(9);
  await vi.advanceTimersByTimeAsync(LOOK_MS);
  expect(ends).toHaveLength(208);
  await vi.advanceTimersByTimeAsync(LOOK_MS);
  expect(ends).toHaveLength(209);
});

test('who is cancelled waits no more, and takes no room', async () => {
  const { begin, ends } = working();
  await begin(200);
  const cancel = new AbortController();
  const cancelled = begin(50, cancel.signal);
  const reason = new Error('cancelled');
  cancel.abort(reason);
  expect(await cancelled).toContainEqual({ status: 'rejected', reason });
  expect(await begin(1, cancel.signal)).toEqual([{ status: 'rejected', reason }]);
  ends.pop()?.();
  await begin(1);
  expect(ends).toHaveLength(200);
});

test('once nothing is under way it is forgotten that we were late', async () => {
  const { begin, ends, beLate } = working();
  await begin(100);
  for (let n = 0; n < 20; n++) await beLate(31);
  for (const end of ends.splice(0)) end();
  await vi.advanceTimersByTimeAsync(2 * LOOK_MS);
  expect(vi.getTimerCount()).toBe(0);
  await begin(200);
  expect(ends).toHaveLength(200);
});
