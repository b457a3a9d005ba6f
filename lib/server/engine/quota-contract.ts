import { beforeEach, expect, test } from 'vitest';
import type { ProblemCode } from '@/lib/problem';
import type { Quota } from './quota';

/** A quota under test. */
interface QuotaUnderTest {
  quota: Quota<string>;
  code: ProblemCode;
  /** The time within which it counts. */
  windowMs: number;
  /** Lets time go by. */
  pass(ms: number): Promise<unknown>;
}

const MOST = 3;

/** What every quota does. `make` gives an untouched one of so many; called inside a `describe`. */
export function quotaContract(make: (most: number) => QuotaUnderTest): void {
  let tested: QuotaUnderTest;
  beforeEach(() => {
    tested = make(MOST);
  });

  const take = (key = 'a') => tested.quota.take(key);
  const takeAll = async () => {
    for (let n = 0; n < MOST; n++) await take();
  };
  const refusal = () => ({ code: tested.code, retryAfterSeconds: expect.any(Number) as number });

  test('so many, then none; another key is not touched by it', async () => {
    await takeAll();
    await expect(take()).rejects.toMatchObject(refusal());
    await take('b');
  });

  test('there is one again after the time that it names, and no sooner than it can be', async () => {
    await takeAll();
    const { retryAfterSeconds } = await take().then(
      () => ({ retryAfterSeconds: 0 }),
      (problem: unknown) => problem as { retryAfterSeconds: number },
    );
    expect(retryAfterSeconds).toBeGreaterThan(0);
    expect(retryAfterSeconds * 1000).toBeLessThanOrEqual(tested.windowMs + 1000);
    await tested.pass(retryAfterSeconds * 1000 + 1);
    await take();
  });

  test('no two take the last one', async () => {
    await take();
    await take();
    const both = await Promise.allSettled([take(), take()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('what it is wanted for is done once, and not when it is refused', async () => {
    let used = 0;
    const spend = () => {
      used++;
      return Promise.resolve();
    };
    await Promise.allSettled([1, 2, 3, 4, 5].map(() => tested.quota.take('a', spend)));
    expect(used).toBe(MOST);
  });

  test('what fails while it is used is told as it is', async () => {
    await expect(tested.quota.take('a', () => Promise.reject(new Error('full')))).rejects.toThrow('full');
  });
}
