import { afterEach, beforeEach, describe, vi } from 'vitest';
import { createMemoryTurns } from './memory-turns';
import { turnsContract } from './turns-contract';

describe('turns in memory', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] }));
  afterEach(() => {
    vi.runAllTimers();
    vi.useRealTimers();
  });

  turnsContract(createMemoryTurns, (ms) => vi.advanceTimersByTimeAsync(ms));
});
