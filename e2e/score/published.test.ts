import { expect, test } from 'vitest';
import { readCases } from './read-cases';
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
