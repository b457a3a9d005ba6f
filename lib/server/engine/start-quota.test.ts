import { expect, test } from 'vitest';
import { createStartQuota, MAX_QUEUED, MAX_STARTS } from './start-quota';

const queueOf = (queued: number) => ({ counts: () => Promise.resolve({ running: 0, queued }) });

test('one address may start so many in a minute; another is not touched by it', async () => {
  const quota = createStartQuota(queueOf(0));
  for (let n = 0; n < MAX_STARTS; n++) await quota.take('192.0.2.1');
  await expect(quota.take('192.0.2.1')).rejects.toMatchObject({
    code: 'too-many-checks',
    retryAfterSeconds: expect.any(Number) as number,
  });
  await quota.take('192.0.2.2');
});

test.each([
  [MAX_QUEUED - 1, false],
  [MAX_QUEUED, true],
])('%i wait: refused %s', async (queued, isRefused) => {
  const taken = createStartQuota(queueOf(queued)).take('192.0.2.1');
  if (isRefused) await expect(taken).rejects.toMatchObject({ code: 'too-many-checks' });
  else await taken;
});
