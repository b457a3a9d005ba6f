import { expect, test } from 'vitest';
import { AppProblem } from '@/lib/problem';
import { problemResponse } from './problem-response';

test('a problem document: fields cannot cover what is fixed, and nothing internal is told', async () => {
  const problem = new AppProblem('too-many-checks', {
    say: 'Later.',
    fields: { status: 200, more: 1 },
    retryAfterSeconds: 7,
    cause: new Error('secret'),
  });
  const answer = problemResponse(problem);
  expect(answer.status).toBe(429);
  expect(answer.headers.get('retry-after')).toBe('7');
  expect(await answer.json()).toEqual({
    type: 'urn:mxproof:problem:too-many-checks',
    title: 'Too many checks',
    status: 429,
    code: 'too-many-checks',
    detail: 'Later.',
    more: 1,
  });
});
