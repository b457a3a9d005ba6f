import { expect, test } from 'vitest';
import { NewWatch, WatchChange, WatchChangeOfForm, WatchOfForm } from './watch-input';

const said = (result: { error?: { issues: { message: string }[] } | undefined }) =>
  result.error?.issues.map(({ message }) => message);

test.each<[string, object, RegExp]>([
  ['more often than every 5 minutes', { everyMinutes: 4 }, /At most every 5 minutes/],
  ['never', { everyMinutes: 0 }, /At most every 5 minutes/],
  ['less often than once a month', { everyMinutes: 44_641 }, /At least once in 31 days/],
  ['half a minute', { everyMinutes: 7.5 }, /int/],
  ['a word', { everyMinutes: 'often' }, /number/],
  ['101 receivers', { everyMinutes: 60, receivers: Array<string>(101).fill('a') }, /100/],
  ['what is known', { everyMinutes: 60, knowledge: {} }, /knowledge/],
])('refused: %s', (_, asked, why) => {
  expect(said(NewWatch.safeParse({ target: 'example.org', ...asked }))).toEqual([expect.stringMatching(why)]);
  expect(said(WatchChange.safeParse(asked))).toEqual([expect.stringMatching(why)]);
});

test.each<[string, object, RegExp]>([
  ['neither a target nor an address', { everyMinutes: 60 }, /Name a target or an address/],
  ['both', { target: 'a.example', address: '192.0.2.1', everyMinutes: 60 }, /and not both/],
  ['a target without how often', { target: 'a.example' }, /Say how often/],
  [
    'an address more often than every hour',
    { address: '192.0.2.1', everyMinutes: 59 },
    /At most every 60 minutes/,
  ],
  ['an address that is too long', { address: 'a'.repeat(254) }, /253/],
])('refused: %s', (_, asked, why) => {
  expect(said(NewWatch.safeParse(asked))).toEqual([expect.stringMatching(why)]);
});

test('of an address the time between tries may be left open', () => {
  const address = '192.0.2.1';
  expect(NewWatch.parse({ address })).toEqual({ address, receivers: [] });
  const asked = { every: '60', unit: 'minutes', receivers: [] };
  expect(WatchOfForm.parse({ ...asked, address })).toEqual({ address, everyMinutes: 60, receivers: [] });
  expect(said(WatchOfForm.safeParse({ ...asked, every: '59', address }))).toEqual([
    'At most every 60 minutes: blocklists refuse whoever asks them too often.',
  ]);
});

test.each<[string, string, string, RegExp]>([
  ['too often', '4', 'minutes', /At most every 5 minutes/],
  ['too seldom', '32', 'days', /At least once in 31 days/],
  ['nothing', '', 'hours', /./],
  ['a fraction', '1.5', 'hours', /a whole number/],
  ['a word', 'one', 'hours', /as a number/],
])('refused by a form: %s', (_, every, unit, why) => {
  const asked = { every, unit, receivers: [] };
  expect(said(WatchOfForm.safeParse({ ...asked, target: 'example.org' }))).toEqual([
    expect.stringMatching(why),
  ]);
  expect(said(WatchChangeOfForm.safeParse(asked))).toEqual([expect.stringMatching(why)]);
});

test('taken: minutes, and of a change what is given', () => {
  const asked = { every: '2', unit: 'days', receivers: ['a'] };
  expect(WatchOfForm.parse({ ...asked, target: 'example.org' })).toEqual({
    target: 'example.org',
    everyMinutes: 2880,
    receivers: ['a'],
  });
  expect(WatchChangeOfForm.parse(asked)).toEqual({ everyMinutes: 2880, receivers: ['a'] });
  expect(WatchChange.parse({ isPaused: true })).toEqual({ isPaused: true });
  expect(NewWatch.parse({ target: 'a', everyMinutes: 5 })).toEqual({
    target: 'a',
    everyMinutes: 5,
    receivers: [],
  });
});
