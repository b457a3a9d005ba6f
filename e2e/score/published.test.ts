import { expect, test } from 'vitest';
import { scoreComplaints } from './score-complaints';
import { scoreNotices } from './score-notices';
import { scoreReplies } from './score-replies';

/** These rows were tuned on, so the figures measure nothing new: they may only not get worse (docs/figures.md has them exactly). */
test.each(['smtp-replies', 'published-replies'])('%s: what was reached stays', (set) => {
  const { figures } = scoreReplies(`e2e/fixtures/${set}`);
  expect(figures['strict']).toBeGreaterThanOrEqual(0.95);
  expect(figures['permanence']).toBeGreaterThanOrEqual(0.99);
});

test('bounces: what was reached stays', async () => {
  const { figures } = await scoreNotices('e2e/fixtures/bounces');
  expect(figures).toMatchObject({
    isBounce: 1,
    recipients: 1,
    status: 1,
    code: 1,
    permanence: 1,
    strict: 1,
    falseBounces: 0,
  });
});

test('complaints: what was reached stays', async () => {
  const { figures } = await scoreComplaints('e2e/fixtures/feedback');
  expect(figures).toMatchObject({ type: 1, fields: 1, what: 1 });
});
