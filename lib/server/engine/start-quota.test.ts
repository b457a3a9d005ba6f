import { describe, expect, test } from 'vitest';
import { createStartQuota, type StartLimits } from './start-quota';

const LIMITS = { startsPerMinute: 3, queuedPerCaller: 5, queued: 10 };

const quotaOf = (about: { queued?: number; lent?: number; own?: number }, limits: StartLimits = LIMITS) => {
  const { queued = 0, lent = 0, own = 0 } = about;
  const counts = () => Promise.resolve({ running: lent, lent, queued });
  return createStartQuota({ counts, of: () => Promise.resolve(own) }, limits);
};

const refusal = {
  code: 'too-many-checks',
  retryAfterSeconds: expect.any(Number) as number,
};

test('one caller may start so many in a minute; another is not touched by it', async () => {
  const quota = quotaOf({});
  for (let n = 0; n < LIMITS.startsPerMinute; n++) await quota.take('192.0.2.1');
  await expect(quota.take('192.0.2.1')).rejects.toMatchObject(refusal);
  await quota.take('192.0.2.2');
});

describe('too many wait', () => {
  test.each([
    ['in all', { queued: 10 }],
    ['in all, some of them at an address', { queued: 4, lent: 6 }],
    ['of the caller', { own: 5 }],
  ])('%s', async (_, about) => {
    await expect(quotaOf(about).take('a')).rejects.toMatchObject(refusal);
    await quotaOf({ queued: 9, own: 4 }).take('a');
  });
});

test('0 in the configuration is no limit', async () => {
  const none = { startsPerMinute: Infinity, queuedPerCaller: Infinity, queued: Infinity };
  const quota = quotaOf({ queued: 1e6, own: 1e6 }, none);
  for (let n = 0; n < 500; n++) await quota.take('a');
});
