import { expect, test, vi } from 'vitest';
import { AppProblem } from './problem';

test('a problem is known for one by another copy of the class, as a handler that is bundled apart has it', async () => {
  vi.resetModules();
  const { AppProblem: OtherProblem } = await import('./problem');
  expect(OtherProblem).not.toBe(AppProblem);
  expect(new OtherProblem('not-found', { say: 'Nothing.' }) instanceof AppProblem).toBe(true);
});

test.each([new Error('not-found'), { code: 'not-found' }, null, 'not-found'])('no problem: %j', (value) =>
  expect(value instanceof AppProblem).toBe(false),
);
