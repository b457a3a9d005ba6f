import { expect, test } from 'vitest';
import type { CheckSummary } from '@/lib/report/summary';
import { checkAgain } from './check-again';

const check = (mailbox: string | undefined, outcome: string | null) =>
  ({ target: { domain: 'a.example', mailbox }, verdict: outcome && { outcome } }) as unknown as CheckSummary;

test.each<[string, CheckSummary[], string[]]>([
  ['nothing', [], ['a.example']],
  ['the domain alone', [check(undefined, 'permanent')], ['a.example']],
  ['one under way', [check('x@a.example', null)], ['x@a.example', 'a.example']],
  [
    'the one that failed, although another was asked for later',
    [check('ok@a.example', 'accepted'), check('no@a.example', 'permanent')],
    ['no@a.example', 'a.example'],
  ],
  [
    'the one asked for last, when none failed',
    [check('b@a.example', 'accepted'), check('c@a.example', 'accepted')],
    ['b@a.example', 'a.example'],
  ],
])('%s', (_, checks, targets) => expect(checkAgain('a.example', checks)).toEqual(targets));
