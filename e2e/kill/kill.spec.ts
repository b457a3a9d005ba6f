import { expect, test } from '@playwright/test';
import { PATIENCE_MS } from '../patience';
import { killInLab } from './kill-in-lab';

/** `npm run kill` does it a hundred times, or as often as is said. */
const TIMES = 3;

test('kill -9 at any moment: no check that has ended is lost or altered, the others are readable', async () => {
  test.setTimeout(2 * TIMES * PATIENCE_MS);
  const { lost, unreadable, started, finished, interrupted } = await killInLab(TIMES);
  expect({ lost, unreadable }).toEqual({ lost: [], unreadable: [] });
  // There was something to lose.
  expect(started).toBeGreaterThan(TIMES);
  expect(finished).toBeGreaterThan(0);
  expect(interrupted).toBeGreaterThan(0);
});
