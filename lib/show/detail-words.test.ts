import { expect, test } from 'vitest';
import { detailWords } from './detail-words';

test.each([
  ['answer', null, null],
  ['blocked', null, null],
  ['blocked', 'loopback', 'loopback'],
  ['closed', 'rate-limit', 'rate-limit'],
  ['blocked', 'rate-limit', 'asked as often as this installation may'],
  ['blocked', 'operator', 'excluded by the operator of this installation'],
])('%s, %j: %j', (outcome, detail, words) => expect(detailWords({ outcome, detail })).toBe(words));
