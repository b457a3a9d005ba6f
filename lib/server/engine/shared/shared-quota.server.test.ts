import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestShared, type TestShared } from '@/e2e/fixtures/test-shared';
import type { SharedDatabase } from '@/lib/store/postgresql/shared';
import { quotaContract } from '../quota-contract';
import { sharedQuotas } from './shared-quota';

let opened: TestShared;
let shared: SharedDatabase;

beforeAll(async () => {
  opened = await openTestShared();
  shared = await opened.open();
});
beforeEach(() => opened.run('DELETE FROM "Spent"'));
afterAll(() => opened.close());

const ABOUT = { code: 'too-many-checks', what: 'checks' } as const;

describe('quotas of several processes', () =>
  quotaContract((most) => ({
    quota: sharedQuotas(shared.spending)({ ...ABOUT, most }),
    code: 'too-many-checks',
    windowMs: 60_000,
    pass: (ms) => opened.run(`UPDATE "Spent" SET "until" = "until" - ?::int * interval '1 ms'`, [ms]),
  })));

test('all processes use up the same one', async () => {
  const other = await opened.open();
  const [here, there] = [shared, other].map(({ spending }) => sharedQuotas(spending)({ ...ABOUT, most: 1 }));
  await here?.take('a');
  await expect(there?.take('a')).rejects.toMatchObject({ code: 'too-many-checks' });
});

test('work of one name is done by one process after the other', async () => {
  const other = await opened.open();
  let atOnce = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++atOnce);
    await new Promise((resolve) => setTimeout(resolve, 20));
    atOnce--;
  };
  await Promise.all([1, 2, 3].flatMap(() => [shared.alone('x', work), other.alone('x', work)]));
  expect(most).toBe(1);
});
