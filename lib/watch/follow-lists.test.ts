import { describe, expect, test } from 'vitest';
import type { ListOutcome, ListView } from '@/lib/blocklists/view';
import {
  areListsInDoubt,
  followLists,
  type KnownLists,
  listingsIn,
  NO_LISTS_KNOWN,
  withoutDoubtsOfLists,
} from './follow-lists';
import type { Listing } from './listing';

const [ZEN, COP] = ['zen.spamhaus.org', 'bl.spamcop.net'] as const;
const [XBL, PBL] = ['127.0.0.4', '127.0.0.10'] as const;

/** What a list answers: codes, nothing, or what does not count. */
type Answer = readonly string[] | Exclude<ListOutcome['state'], 'listed' | 'not-listed'>;

function outcomeOf(answer: Answer, about: string): ListOutcome {
  switch (answer) {
    case 'refused':
      return { state: answer, code: '127.255.255.254' };
    case 'no-answer':
    case 'cut-short':
      return { state: answer };
    case 'dead':
      return { state: answer, reason: 'lists-everything', data: null };
    default:
      return answer.length === 0
        ? { state: 'not-listed' }
        : { state: 'listed', about, codes: answer.map((code) => ({ code, means: [] })), texts: [] };
  }
}

/** What a try sees, by zone. */
function view(answers: Readonly<Record<string, Answer>>, about = '192.0.2.1'): { lists: ListView[] } {
  return {
    lists: Object.entries(answers).map(([zone, answer]) => ({
      zone,
      operator: 'Somebody',
      about: 'Addresses.',
      weight: 'many',
      removal: { how: 'Ask there.', url: `https://${zone}/` },
      terms: null,
      outcome: outcomeOf(answer, about),
    })),
  };
}

const shown = (listing: Listing): string =>
  listing.state === 'listed' ? listing.codes.map(({ code }) => code).join('+') : 'none';

/** What each of these tries tells, one after another; `again` where a try is made soon. */
function story(...tries: readonly ReturnType<typeof view>[]): string[] {
  let known: KnownLists = NO_LISTS_KNOWN;
  return tries.map((one) => {
    const { told, again, knowledge } = followLists(known, one);
    // As the database gives it back.
    known = JSON.parse(JSON.stringify(knowledge)) as KnownLists;
    const lines = told.map((change) =>
      change.what === 'listing'
        ? `${change.zone} ${shown(change.before)} → ${shown(change.after)}`
        : change.what,
    );
    return [...lines, ...(again ? ['again'] : [])].join(', ');
  });
}

const zen = (answer: Answer) => view({ [ZEN]: answer, [COP]: [] });
const [FREE, LISTED] = [zen([]), zen([XBL])];

describe('nothing is told', () => {
  test.each<[string, ReturnType<typeof view>[], string[]]>([
    ['of the first try, whatever it sees', [LISTED], ['']],
    ['while everything stays', [LISTED, LISTED, LISTED], ['', '', '']],
    ['of what only one try has seen', [FREE, LISTED, FREE, FREE], ['', 'again', '', '']],
    ['of a listing that is gone in one try alone', [LISTED, FREE, LISTED], ['', 'again', '']],
    ...(['refused', 'no-answer', 'dead', 'cut-short'] as const).flatMap(
      (state): [string, ReturnType<typeof view>[], string[]][] => [
        [
          `of a listed address whose list is ${state}`,
          [LISTED, zen(state), zen(state), LISTED],
          ['', '', '', ''],
        ],
        [
          `of an address on no list whose list is ${state}`,
          [FREE, zen(state), zen(state), FREE],
          ['', '', '', ''],
        ],
        [`of what a list says first that was ${state} before`, [zen(state), LISTED, LISTED], ['', '', '']],
      ],
    ),
    [
      'of a list that is asked from now on, whatever it says',
      [view({ [COP]: [] }), LISTED, LISTED],
      ['', '', ''],
    ],
    [
      'of a list that is asked no more, nor when it is asked again',
      [LISTED, view({ [COP]: [] }), FREE, FREE],
      ['', '', '', ''],
    ],
    ['when no list is asked', [LISTED, view({}), view({})], ['', '', '']],
    ['of codes in another order', [zen([XBL, PBL]), zen([PBL, XBL]), zen([PBL, XBL])], ['', '', '']],
    [
      'while each try sees other codes, nor are lists asked soon for it',
      [FREE, zen(['127.0.0.2']), zen(['127.0.0.3']), zen(['127.0.0.4'])],
      ['', 'again', '', ''],
    ],
  ])('%s', (_, tries, expected) => {
    expect(story(...tries)).toEqual(expected);
  });
});

describe('told once', () => {
  test.each<[string, ReturnType<typeof view>[], string[]]>([
    [
      'a listing that a second try confirms',
      [FREE, LISTED, LISTED, LISTED],
      ['', 'again', `${ZEN} none → ${XBL}`, ''],
    ],
    [
      'that it is gone, by two tries as well',
      [LISTED, FREE, FREE, FREE],
      ['', 'again', `${ZEN} ${XBL} → none`, ''],
    ],
    ['another reason', [zen([PBL]), LISTED, LISTED], ['', 'again', `${ZEN} ${PBL} → ${XBL}`]],
    [
      'a reason more',
      [zen([PBL]), zen([XBL, PBL]), zen([PBL, XBL])],
      ['', 'again', `${ZEN} ${PBL} → ${PBL}+${XBL}`],
    ],
    [
      'a name above it instead',
      [
        view({ [ZEN]: [XBL] }, 'mx.a.example'),
        ...Array.from({ length: 2 }, () => view({ [ZEN]: [XBL] }, 'a.example')),
      ],
      ['', 'again', `${ZEN} ${XBL} → ${XBL}`],
    ],
    [
      'what two tries saw, with one between in which the list was silent',
      [FREE, LISTED, zen('no-answer'), LISTED],
      ['', 'again', '', `${ZEN} none → ${XBL}`],
    ],
    [
      'each list by itself',
      [
        view({ [ZEN]: [], [COP]: [] }),
        view({ [ZEN]: [XBL], [COP]: [] }),
        view({ [ZEN]: [XBL], [COP]: [XBL] }),
        view({ [ZEN]: [XBL], [COP]: [XBL] }),
      ],
      ['', 'again', `${ZEN} none → ${XBL}, again`, `${COP} none → ${XBL}`],
    ],
  ])('%s', (_, tries, expected) => {
    expect(story(...tries)).toEqual(expected);
  });
});

test('what is known is what is told; the first try makes it known', () => {
  const first = followLists(NO_LISTS_KNOWN, LISTED).knowledge;
  expect(listingsIn(NO_LISTS_KNOWN)).toBeNull();
  expect(listingsIn(first)).toMatchObject([{ zone: ZEN, about: '192.0.2.1', weight: 'many' }]);
  const doubted = followLists(first, FREE).knowledge;
  expect(listingsIn(doubted)).toEqual(listingsIn(first));
  expect(listingsIn(followLists(doubted, FREE).knowledge)).toEqual([]);
});

test('doubts can be taken back', () => {
  const known = followLists(NO_LISTS_KNOWN, FREE).knowledge;
  const doubted = followLists(known, LISTED).knowledge;
  expect([known, doubted, withoutDoubtsOfLists(doubted)].map(areListsInDoubt)).toEqual([false, true, false]);
  expect(followLists(withoutDoubtsOfLists(doubted), LISTED)).toMatchObject({ told: [], again: true });
});
