import { expect, test } from 'vitest';
import { scoreRow } from './score-syntax';

test.each([
  [{}, null],
  [{ input: 'a@example.org' }, null],
  [{ input: 'a@example.org', valid: 'perhaps' }, null],
  [
    { input: 'a@example.org', valid: true },
    { expected: true, got: true, problem: null },
  ],
  [
    { address: 'a@@example.org', expected: 'invalid' },
    { expected: false, got: false, problem: 'at-twice' },
  ],
  [
    { email: 'example.org', valid: false },
    { expected: false, got: false, problem: null },
  ],
])('email %j', (row, scored) => {
  if (scored === null) expect(scoreRow('email-syntax', row)).toBeNull();
  else expect(scoreRow('email-syntax', row)).toMatchObject(scored);
});

test('a mailbox is no domain', () => {
  expect(scoreRow('domain-syntax', { input: 'a@example.org', valid: false })).toMatchObject({ got: false });
  expect(scoreRow('domain-syntax', { input: 'example.org', valid: true })).toMatchObject({ got: true });
});
