import { expect, test } from 'vitest';
import { NOTHING_KNOWN } from './follow';
import type { Watch } from './watch';
import { stateOf } from './watch-state';

const WATCH: Pick<Watch, 'nextAt' | 'ownFailure' | 'knowledge'> = {
  nextAt: new Date(),
  ownFailure: null,
  knowledge: NOTHING_KNOWN,
};
const known = {
  outcome: 'temporary',
  category: null,
  headline: '',
  lookFirst: { side: 'unknown', because: '' },
  rules: '',
} as const;
const DEFERRED = {
  ...NOTHING_KNOWN,
  verdict: { known, doubted: { ...known, outcome: 'accepted' as const } },
};
const OURS = { title: 'The clock is wrong', unseen: [] };

test.each<[string, Partial<typeof WATCH>, ReturnType<typeof stateOf>]>([
  ['paused, whatever is known', { nextAt: null, ownFailure: OURS, knowledge: DEFERRED }, 'paused'],
  ['its last try has failed on our side', { ownFailure: OURS, knowledge: DEFERRED }, 'own-failure'],
  ['nothing is known yet', {}, 'unknown'],
  ['what is known, not what is in doubt', { knowledge: DEFERRED }, 'temporary'],
])('%s', (_, about, state) => {
  expect(stateOf({ ...WATCH, ...about })).toBe(state);
});
