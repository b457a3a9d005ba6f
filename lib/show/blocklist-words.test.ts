import { expect, test } from 'vitest';
import type { ListOutcome, ListView } from '@/lib/blocklists/view';
import { addressVerdict, inOrder, listWords, reverseWords } from './blocklist-words';

const NOT: ListOutcome = { state: 'not-listed' };
const LISTED: ListOutcome = { state: 'listed', about: '192.0.2.9', codes: [], texts: [] };
const SILENT: ListOutcome = { state: 'no-answer' };

function list(outcome: ListOutcome, weight: ListView['weight'] = 'some', zone = 'bl.test'): ListView {
  const removal = { how: 'Ask there.', url: 'https://bl.test/' };
  return {
    zone,
    operator: 'Somebody',
    about: 'Addresses.',
    weight,
    removal,
    terms: 'Free for few.',
    outcome,
  };
}

const about = '192.0.2.9';

test.each<[ListView[], string, string, string]>([
  [[], 'note', 'No blocklist was asked about 192.0.2.9.', ''],
  [[list(SILENT)], 'unknown', 'It is not known whether 192.0.2.9 is blocklisted: no list answered.', ''],
  [
    [list(NOT), list(SILENT)],
    'good',
    '192.0.2.9 is not on bl.test, the one blocklist that answered.',
    'One more list gave no answer that counts.',
  ],
  [[list(NOT), list(NOT)], 'good', '192.0.2.9 is on none of the 2 blocklists that answered.', ''],
  [
    [list(LISTED, 'many'), list(NOT)],
    'bad',
    '192.0.2.9 is on the blocklist bl.test.',
    'Many receivers reject mail by it.',
  ],
  [
    [list(LISTED, 'few')],
    'note',
    '192.0.2.9 is on the blocklist bl.test.',
    'Hardly any receiver rejects mail by it.',
  ],
  [
    [list(LISTED), list(LISTED, 'few'), list(NOT), list(SILENT), list({ state: 'cut-short' })],
    'wait',
    '192.0.2.9 is on 2 of the 3 blocklists that answered.',
    'Some receivers reject mail by bl.test, and filters count it. 2 more lists gave no answer that counts.',
  ],
])('%j', (lists, tone, title, says) => {
  expect(addressVerdict({ about, lists })).toEqual({ tone, title, says });
});

test.each<[ListOutcome, RegExp]>([
  [{ state: 'refused', code: '127.255.255.254' }, /public resolver.*Free for few\./],
  [{ state: 'refused', code: '127.0.0.1' }, /127\.0\.0\.1: it says nothing of anybody then\./],
  [SILENT, /no usable answer\. Free for few\./],
  [{ state: 'dead', reason: 'lists-nothing', data: null }, /“not listed” would mean nothing/],
  [{ state: 'dead', reason: 'lists-everything', data: null }, /“listed” would mean nothing/],
  [{ state: 'dead', reason: 'answers-no-list', data: '203.0.113.1' }, /It answers 203\.0\.113\.1\./],
  [{ state: 'cut-short' }, /limit of queries/],
  [LISTED, /Some receivers.*Addresses\./],
])('%j', (outcome, words) => {
  const { says } = listWords(list(outcome));
  expect(says.join(' ')).toMatch(words);
  for (const sentence of says.join(' ').split('. '))
    expect(sentence.split(' ').length).toBeLessThanOrEqual(30);
});

test('what is to be done comes first, what is in order last', () => {
  const dead: ListOutcome = { state: 'dead', reason: 'lists-nothing', data: null };
  expect(inOrder([NOT, dead, LISTED].map((one) => list(one))).map(({ outcome }) => outcome.state)).toEqual([
    'listed',
    'dead',
    'not-listed',
  ]);
});

test.each([
  ['none', [], 'bad'],
  ['failed', [], 'unknown'],
  ['found', [null], 'unknown'],
  ['found', [false, null], 'unknown'],
  ['found', [false, false], 'bad'],
  ['found', [false, true], 'good'],
] as const)('a reverse name: %s %j is %s', (state, confirmed, tone) => {
  const names = confirmed.map((one, n) => ({ name: `n${n}.test`, confirmed: one, evidence: [] }));
  expect(reverseWords({ address: about, state, names, evidence: [] }).tone).toBe(tone);
});
