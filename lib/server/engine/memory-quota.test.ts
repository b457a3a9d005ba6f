import { afterEach, beforeEach, describe, vi } from 'vitest';
import { createMemoryQuota } from './memory-quota';
import { quotaContract } from './quota-contract';

describe('a quota in memory', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  quotaContract((most) => ({
    quota: createMemoryQuota({ most, code: 'too-many-checks', what: 'checks' }),
    code: 'too-many-checks',
    windowMs: 60_000,
    pass: (ms) => vi.advanceTimersByTimeAsync(ms),
  }));
});
