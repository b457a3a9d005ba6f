import { expect, test } from 'vitest';
import { readCases } from './read-cases';
import { scoreBounces } from './score-bounces';
import { scoreFeedback } from './score-feedback';
import { scoreReplies } from './score-replies';

interface Figures {
  strict: number;
  lenient: number;
  permanence: number | null;
}

/** These rows were tuned on, so the figures measure nothing new: they may only not get worse. */
test.each(['smtp-replies', 'published-replies'])('%s: what was reached stays', (set) => {
  const last = scoreReplies(readCases(`e2e/fixtures/${set}`)).at(-1) ?? '';
  const { strict, lenient, permanence } = JSON.parse(last) as Figures;
  expect(strict).toBeGreaterThanOrEqual(0.95);
  expect(lenient).toBeGreaterThanOrEqual(0.97);
  if (permanence !== null) expect(permanence).toBeGreaterThanOrEqual(0.99);
});

test('bounces: what was reached stays', async () => {
  const folder = 'e2e/fixtures/bounces';
  const last = (await scoreBounces('bounces-own', readCases(folder), folder)).at(-1) ?? '';
  expect(JSON.parse(last)).toMatchObject({
    recipients: 1,
    status: 1,
    code: 1,
    permanence: 1,
    strict: 1,
    falseBounces: 0,
  });
});

test('feedback reports: what was reached stays', async () => {
  const folder = 'e2e/fixtures/feedback';
  const last = (await scoreFeedback(readCases(folder), folder)).at(-1) ?? '';
  expect(JSON.parse(last)).toMatchObject({ type: 1, fields: 1 });
});
