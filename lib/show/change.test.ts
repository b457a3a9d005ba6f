import { expect, test } from 'vitest';
import type { CheckSummary } from '@/lib/report/summary';
import { changeAgainst } from './change';

function check(input: string, outcome: 'accepted' | 'permanent' | null): CheckSummary {
  return {
    id: input,
    target: { input, kind: 'domain', domain: input, domainUnicode: input },
    status: 'done',
    depth: 'envelope',
    createdAt: '2026-11-23T08:14:07.208Z',
    startedAt: '2026-11-23T08:14:07.208Z',
    durationMs: 1,
    verdict: outcome && { outcome, side: 'none', stage: null, headline: '' },
    queryCount: 1,
    sessionCount: 1,
    isKept: false,
  };
}

test.each([
  ['the first one', [check('a', 'accepted')], null],
  ['no verdict', [check('a', null), check('a', 'accepted')], null],
  ['the same', [check('a', 'accepted'), check('a', 'accepted')], null],
  [
    'another target between',
    [check('a', 'permanent'), check('b', 'permanent'), check('a', 'accepted')],
    'was: accepted',
  ],
])('%s', (_, checks, change) => expect(changeAgainst(checks, 0)).toBe(change));
