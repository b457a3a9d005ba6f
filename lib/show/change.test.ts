import { expect, test } from 'vitest';
import { sampleSummary } from '@/lib/report/sample';
import type { CheckSummary } from '@/lib/report/summary';
import { changeAgainst } from './change';

function check(input: string, outcome: 'accepted' | 'permanent' | null): CheckSummary {
  return sampleSummary({
    target: { input, kind: 'domain', domain: input, domainUnicode: input },
    verdict: outcome && { outcome, side: 'none', stage: null, headline: '' },
  });
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
