import { expect, test } from 'vitest';
import { historyChoice, historyPath } from './history-path';

test.each<[string, Record<string, unknown>, ReturnType<typeof historyChoice>]>([
  ['nothing', {}, { only: undefined }],
  ['no choice of ours', { only: 'fly', outcome: 'x', of: '@@' }, { only: undefined }],
  [
    'each of them twice',
    { only: ['note', 'mail'], outcome: ['accepted', 'accepted'], of: ['a', 'b'] },
    { only: undefined },
  ],
  ['a mailbox of another domain', { of: 'a@b.test' }, { only: undefined }],
  ['a domain', { of: 'a.test' }, { only: undefined }],
  ['a mailbox chooses checks', { of: ' a@A.test ' }, { only: 'check', of: 'a@a.test' }],
  [
    'both',
    { only: 'check', of: 'a@a.test', outcome: 'under-way' },
    { only: 'check', of: 'a@a.test', outcome: 'under-way' },
  ],
  ['another kind has neither', { only: 'note', of: 'a@a.test', outcome: 'accepted' }, { only: 'note' }],
])('%s', (_, said, chosen) => expect(historyChoice('a.test', said)).toEqual(chosen));

test('a choice stands in the address bar as it is read again', () => {
  const chosen = { only: 'check', of: 'a+b&c@a.test', outcome: 'permanent' } as const;
  const path = historyPath('a.test', { ...chosen, cursor: 'x' });
  const query = new URL(path, 'http://x').searchParams;
  expect(historyChoice('a.test', Object.fromEntries(query))).toEqual(chosen);
});
