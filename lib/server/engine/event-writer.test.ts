import { describe, expect, test, vi } from 'vitest';
import { createEventWriter, WRITE_EVERY_MS } from './event-writer';

describe('event writer', () => {
  test('in batches, in order, at most a second behind', async () => {
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
      await writer.settle();
      await vi.advanceTimersByTimeAsync(WRITE_EVERY_MS);
      expect(batches).toEqual([[1, 2, 3]]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('a batch that cannot be written is told at once, and written before what came later', async () => {
    vi.useFakeTimers();
    try {
      const told: unknown[] = [];
      const batches: number[][] = [];
      let isFull = true;
      const writer = createEventWriter<number>(
        (batch) => (isFull ? Promise.reject(new Error('full')) : Promise.resolve(void batches.push(batch))),
        (error) => told.push(error),
      );
      writer.add(1);
      await vi.advanceTimersByTimeAsync(WRITE_EVERY_MS);
      expect(told).toHaveLength(1);
      writer.add(2);
      isFull = false;
      await vi.advanceTimersByTimeAsync(WRITE_EVERY_MS);
      expect(batches).toEqual([[1, 2]]);
    } finally {
      vi.useRealTimers();
    }
  });
});
