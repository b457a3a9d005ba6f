import { expect, test } from 'vitest';
import { detailWords } from './detail-words';

test.each([
  [{ detail: null }, null],
  [{ detail: 'loopback' }, 'loopback'],
  [{ detail: null, choice: 'rate-limit' as const }, 'asked as often as this installation may'],
  [{ detail: null, choice: 'operator' as const }, 'excluded by the operator of this installation'],
])('%j: %j', (made, words) => expect(detailWords(made)).toBe(words));
