import { afterEach, beforeEach, describe, vi } from 'vitest';
import { createMemoryQuota } from './memory-quota';
import { quotaContract } from './quota-contract';

describe.each([
  ['minute', 60_000],
  ['hour', 3_600_000],
] as const)('a quota in memory for a %s', (window, windowMs) => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  quotaContract((most) => ({
    quota: createMemoryQuota({ most, window, code: 'too-many-checks', what: 'checks' }),
    code: 'too-many-checks',
    windowMs,
    pass: (ms) => vi.advanceTimersByTimeAsync(ms),
  }));
});
