import { expect, test } from 'vitest';
import { scoreReplies } from './score-replies';

test.each([
  [{ reply: '550 5.1.1 User unknown' }, { cases: 0, unreadable: 1 }],
  [
    { reply: '550 5.1.1 User unknown', category: 'user_unknown', permanence: 'hard' },
    { strict: 1, permanence: 1 },
  ],
  [
    { text: 'User unknown', code: 550, expect: { category: 'userunknown', temporary: true } },
    { strict: 1, permanence: 0 },
  ],
  [
    { reply: '550 User unknown', label: 'suspend' },
    { strict: 0, lenient: 1 },
  ],
  [
    { reply: '550 User unknown', label: 'virus', lenient: ['userunknown'] },
    { strict: 0, lenient: 1 },
  ],
])('%j', (row, figures) => {
  expect(JSON.parse(scoreReplies([row]).at(-1) ?? '')).toMatchObject(figures);
});
