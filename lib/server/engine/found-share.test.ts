import { expect, test } from 'vitest';
import type { StoredShare } from '@/lib/store/share-store';
import { endOf, foundShare } from './found-share';

const ID = 'a'.repeat(22);
const NOW = Date.parse('2026-11-30T00:00:00Z');
const before = new Date(NOW - 1);
const later = new Date(NOW + 1);

const SHARE: StoredShare = {
  id: ID,
  checkId: 'b'.repeat(22),
  mailId: null,
  createdAt: new Date(NOW - 1000),
  createdBy: 'ada',
  createdFrom: null,
  expiresAt: later,
  endedAt: null,
  hidesLocalParts: true,
  line: '',
};

const find = (about: Partial<StoredShare>, operator: string | null = null) =>
  foundShare(ID, { store: { readShare: () => Promise.resolve({ ...SHARE, ...about }) }, operator, now: NOW });

test.each([
  ['no id', 'x'],
  ['empty', ''],
  ['too long', `${ID}a`],
])('%s: the store is not asked', async (_, id) => {
  const store = { readShare: () => Promise.reject(new Error('asked')) };
  expect(await foundShare(id, { store, operator: null, now: NOW })).toBeNull();
});

test.each([
  ['it runs out now', { expiresAt: new Date(NOW) }, 'run-out'],
  ['it has run out', { expiresAt: before }, 'run-out'],
  ['somebody has seen that it had run out', { expiresAt: before, endedAt: before }, 'run-out'],
  ['it was taken back', { endedAt: before }, 'taken-back'],
  [
    'it was taken back, and its time is over',
    { expiresAt: before, endedAt: new Date(NOW - 2) },
    'taken-back',
  ],
  ['one without end was taken back', { expiresAt: null, endedAt: before }, 'taken-back'],
  ['it holds', {}, null],
  ['it has no end', { expiresAt: null }, null],
] as const)('%s', async (_, about, end) => {
  expect(endOf({ ...SHARE, ...about }, NOW)).toBe(end);
  const found = find(about);
  if (end === null) expect(await found).toMatchObject({ id: ID });
  else await expect(found).rejects.toMatchObject({ code: 'link-ended' });
});

test('whoever reads an ended link is told whom to ask', async () => {
  await expect(find({ endedAt: before })).rejects.toMatchObject({
    say: 'Whoever made this link has taken it back. Ask whoever sent it for a new one.',
  });
  await expect(find({ expiresAt: before }, 'Ada, ada@mxproof.example')).rejects.toMatchObject({
    say: 'This link was made to hold for a time, and that is over. Ask whoever sent it, or Ada, ada@mxproof.example, for a new one.',
  });
});
