import { expect, test } from 'vitest';
import { NOTHING_KNOWN } from './follow';
import type { Listing } from './listing';
import type { Known, Watch } from './watch';
import { stateOf } from './watch-state';

const WATCH: Pick<Watch, 'nextAt' | 'ownFailure'> = { nextAt: new Date(), ownFailure: null };
const UNKNOWN: Known = { kind: 'mail', knowledge: NOTHING_KNOWN };
const known = {
  outcome: 'temporary',
  category: null,
  headline: '',
  lookFirst: { side: 'unknown', because: '' },
  rules: '',
} as const;
const DEFERRED: Known = {
  kind: 'mail',
  knowledge: {
    ...NOTHING_KNOWN,
    verdict: { known, doubted: { ...known, outcome: 'accepted' as const } },
  },
};
const OURS = { title: 'The clock is wrong', unseen: [] };
const listed: Listing = { state: 'listed', about: '192.0.2.1', codes: [], weight: 'many' };
const free: Listing = { state: 'not-listed' };
const lists = (knowledge: Extract<Known, { kind: 'lists' }>['knowledge']): Known => ({
  kind: 'lists',
  knowledge,
});

test.each<[string, Partial<typeof WATCH> & Known, ReturnType<typeof stateOf>]>([
  ['paused, whatever is known', { nextAt: null, ownFailure: OURS, ...DEFERRED }, 'paused'],
  ['its last try has failed on our side', { ownFailure: OURS, ...DEFERRED }, 'own-failure'],
  ['nothing is known yet', UNKNOWN, 'unknown'],
  ['what is known, not what is in doubt', DEFERRED, 'temporary'],
  ['lists: paused', { nextAt: null, ...lists({ a: { known: listed, doubted: null } }) }, 'paused'],
  ['lists: none has answered yet', lists({}), 'unknown'],
  ['lists: none has it, whatever is in doubt', lists({ a: { known: free, doubted: listed } }), 'not-listed'],
  [
    'lists: one of them has it',
    lists({ a: { known: free, doubted: null }, b: { known: listed, doubted: free } }),
    'listed',
  ],
])('%s', (_, about, state) => {
  expect(stateOf({ ...WATCH, ...about })).toBe(state);
});
