import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPulse } from './pulse';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const REFUSED = { code: 'database-unavailable' };

test('however often it is asked for, it writes once a second', async () => {
  const written: Date[] = [];
  const keepPulse = (_: string, at: Date) => {
    written.push(at);
    return Promise.resolve(at);
  };
  const pulse = createPulse({ store: { keepPulse }, now: () => 0 });
  for (let n = 0; n < 50; n++) await pulse.feel();
  expect(written).toHaveLength(1);
  vi.advanceTimersByTime(1_000);
  await pulse.feel();
  expect(written).toHaveLength(2);
});

test.each([
  ['never answers', () => new Promise<Date>(() => undefined), 'it has not answered within 5 s'],
  [
    'gives back something else',
    () => Promise.resolve(new Date(1)),
    'it gives back another value than was written',
  ],
])('a database that %s', async (_, keepPulse, why) => {
  const felt = createPulse({ store: { keepPulse }, now: () => 0 }).feel();
  const refused = expect(felt).rejects.toMatchObject({
    ...REFUSED,
    say: `The database cannot be used now: ${why}.`,
  });
  await vi.advanceTimersByTimeAsync(5_000);
  await refused;
});
