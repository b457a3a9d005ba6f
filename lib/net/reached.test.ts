import { expect, test } from 'vitest';
import { createReachedServers } from './reached';

test('a greeting proves for ten minutes that port 25 leaves this machine', () => {
  let now = 0;
  const reached = createReachedServers(() => now);
  expect(reached.secondsSince([])).toBeNull();
  reached.note('192.0.2.1');
  now = 90_000;
  expect(reached.secondsSince(['192.0.2.1'])).toBeNull();
  expect(reached.secondsSince(['192.0.2.2'])).toBe(90);
  now = 600_000;
  expect(reached.secondsSince([])).toBe(600);
  now = 601_000;
  expect(reached.secondsSince([])).toBeNull();
});

test('the oldest are forgotten', () => {
  const reached = createReachedServers(() => 0);
  for (let n = 0; n < 101; n++) reached.note(`192.0.2.${n}`);
  const others = Array.from({ length: 100 }, (_, n) => `192.0.2.${n + 1}`);
  expect(reached.secondsSince(others)).toBeNull();
});
