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
