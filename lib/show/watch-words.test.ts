import { expect, test } from 'vitest';
import type { Listing } from '@/lib/watch/listing';
import type { ShownWatch } from '@/lib/watch/shown-watch';
import { watchWords } from './watch-words';

const WATCH: Omit<ShownWatch, 'kind' | 'knowledge'> = {
  id: 'w',
  createdAt: new Date(0),
  createdBy: null,
  target: '192.0.2.1',
  domain: '192.0.2.1',
  domainUnicode: '192.0.2.1',
  everyMinutes: 60,
  nextAt: null,
  since: null,
  blind: 0,
  ownFailure: null,
  lastCheckId: null,
  receivers: [],
  told: [],
};
const FREE: Listing = { state: 'not-listed' };
const listed = (weight: 'many' | 'some' | 'few', ...means: string[]): Listing => ({
  state: 'listed',
  about: '192.0.2.1',
  codes: [{ code: '127.0.0.2', means }],
  weight,
});

test.each<[string, Record<string, Listing>, number, ReturnType<typeof watchWords>]>([
  ['nothing is known yet', {}, 0, { tone: 'unknown', state: 'Not known yet', says: [] }],
  [
    'no list has answered in two tries',
    {},
    2,
    {
      tone: 'unknown',
      state: 'Not known yet',
      says: ['The last 2 tries had no answer of any list that counts.'],
    },
  ],
  [
    'on no list; those that never answered are not counted',
    { a: FREE },
    0,
    { tone: 'good', state: 'Not on the one blocklist that answered', says: [] },
  ],
  [
    'on none of several',
    { a: FREE, b: FREE },
    0,
    { tone: 'good', state: 'On none of 2 blocklists', says: [] },
  ],
  [
    'on some, in the tone of the weightiest',
    { a: listed('few', 'spam'), b: FREE, c: listed('some') },
    1,
    {
      tone: 'wait',
      state: 'On 2 of 3 blocklists',
      says: [
        'a: listed as spam.',
        'c: listed (127.0.0.2).',
        'The last try had no answer of any list that counts.',
      ],
    },
  ],
])('%s', (_, lists, blind, words) => {
  const knowledge = Object.fromEntries(
    Object.entries(lists).map(([zone, known]) => [zone, { known, doubted: null }]),
  );
  expect(watchWords({ ...WATCH, blind, kind: 'lists', knowledge })).toEqual(words);
});
