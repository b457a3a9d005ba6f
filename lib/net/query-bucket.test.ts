import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createQueryBuckets } from './query-bucket';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/** Asks so often at once; what each came to is in the list once it is known: the milliseconds it waited, or null. */
async function askAtOnce(
  mayAsk: ReturnType<typeof createQueryBuckets>,
  count: number,
  address = '192.0.2.1',
) {
  const heldMs: (number | null)[] = [];
  for (let n = 0; n < count; n++)
    void mayAsk(address, new AbortController().signal).then((held) => heldMs.push(held));
  await vi.advanceTimersByTimeAsync(0);
  return heldMs;
}

test('half of the limit need not wait; then one waits for each that comes back within the minute', async () => {
  const mayAsk = createQueryBuckets(120);
  const heldMs = await askAtOnce(mayAsk, 62);
  expect(heldMs).toEqual(Array(60).fill(0));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(heldMs.slice(60)).toEqual([1_000]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(heldMs.slice(60)).toEqual([1_000, 2_000]);
});

test('what would wait too long is not asked, and takes nothing away', async () => {
  const mayAsk = createQueryBuckets(120);
  const heldMs = await askAtOnce(mayAsk, 60 + 200);
  expect(heldMs.filter((held) => held === null)).toHaveLength(190);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(heldMs.at(-1)).toBe(10_000);
  expect(await askAtOnce(mayAsk, 1)).toEqual([]);
});

test('another address has its own', async () => {
  const mayAsk = createQueryBuckets(1);
  expect(await askAtOnce(mayAsk, 1)).toEqual([0]);
  expect(await askAtOnce(mayAsk, 1, '192.0.2.2')).toEqual([0]);
});

test('no minute has more than the limit, however many are wanted', async () => {
  const mayAsk = createQueryBuckets(120);
  let asked = 0;
  for (let second = 0; second < 60; second++) {
    for (let n = 0; n < 20; n++)
      void mayAsk('192.0.2.1', new AbortController().signal).then((held) => (asked += held === null ? 0 : 1));
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(asked).toBeGreaterThanOrEqual(60);
  expect(asked).toBeLessThanOrEqual(120);
});

test('cancelled while it waits: rejects with the reason', async () => {
  const mayAsk = createQueryBuckets(120);
  await askAtOnce(mayAsk, 60);
  const controller = new AbortController();
  const waiting = mayAsk('192.0.2.1', controller.signal);
  controller.abort('stopped');
  await expect(waiting).rejects.toBe('stopped');
});

test('no limit', async () => {
  expect(await askAtOnce(createQueryBuckets(Infinity), 5_000)).toEqual(Array(5_000).fill(0));
});
