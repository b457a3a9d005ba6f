import { expect, test } from 'vitest';
import { serverProblem } from './server-problem';

test.each([
  [140_015, '14.15', 'UTF8', /served by PostgreSQL 14\.15; mxproof needs 15 or newer/],
  [90_624, '9.6.24', 'UTF8', /9\.6\.24/],
  [150_000, '15.0', 'SQL_ASCII', /keeps text as SQL_ASCII; make one .* UTF8/],
])('%i, %s, %s', (version, words, encoding, say) =>
  expect(serverProblem({ version, words, encoding }, 'mail')).toMatch(say),
);

test.each([150_000, 150_018, 180_001])('%i can be used', (version) =>
  expect(serverProblem({ version, words: '', encoding: 'UTF8' }, 'mail')).toBeNull(),
);
