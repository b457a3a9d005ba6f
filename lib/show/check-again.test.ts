import { expect, test } from 'vitest';
import { sampleSummary } from '@/lib/report/sample';
import type { CheckSummary } from '@/lib/report/summary';
import { checkAgain } from './check-again';

const DOMAIN = {
  input: 'a.example',
  kind: 'domain',
  domain: 'a.example',
  domainUnicode: 'a.example',
} as const;

function check(mailbox: string | undefined, outcome: 'accepted' | 'permanent' | null): CheckSummary {
  return sampleSummary({
    target: mailbox === undefined ? DOMAIN : { ...DOMAIN, kind: 'mailbox', mailbox },
    verdict: outcome && { outcome, side: 'none', stage: null, headline: '' },
  });
}

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
