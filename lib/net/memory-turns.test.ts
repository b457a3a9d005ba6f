import { afterAll, afterEach, beforeAll, describe, vi } from 'vitest';
import { createMemoryTurns } from './memory-turns';
import { turnsContract } from './turns-contract';

describe('turns in memory', () => {
  // One clock for all tests: the registry that they share outlives each of them.
  beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] }));
  afterEach(() => void vi.advanceTimersByTime(2 * 3_600_000));
  afterAll(() => void vi.useRealTimers());

  turnsContract(createMemoryTurns, (ms) => vi.advanceTimersByTimeAsync(ms));
});
