import { expect, test } from 'vitest';
import { showLeft, waitWords } from './batch-words';

test.each([
  [0, 'less than a minute'],
  [59_999, 'less than a minute'],
  [60_000, 'about 1 min'],
  [119 * 60_000, 'about 119 min'],
  [3 * 3_600_000, 'about 3 h'],
  [14 * 24 * 3_600_000, 'about 14 days'],
])('%i ms: %s', (ms, words) => expect(showLeft(ms)).toBe(words));

test.each([
  [
    { reason: 'checks', domain: null },
    'Waits: as many checks were started as one caller may start within a minute',
  ],
  [
    { reason: 'recipients', domain: 'a.example' },
    'Waits for a.example: as many of its mailboxes were asked for as may be',
  ],
] as const)('%j: %s', (wait, words) => expect(waitWords(wait)).toBe(words));
