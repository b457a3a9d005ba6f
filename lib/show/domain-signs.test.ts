import { expect, test } from 'vitest';
import type { Stage } from '@/lib/smtp/session';
import type { VerdictOutcome } from '@/lib/report/finding';
import { sampleSummary } from '@/lib/report/sample';
import type { CheckSummary } from '@/lib/report/summary';
import { domainSigns } from './domain-signs';

const DOMAIN = { input: 'x', kind: 'domain', domain: 'a.test', domainUnicode: 'a.test' } as const;
const NOBODY = { ...DOMAIN, kind: 'mailbox', mailbox: 'nobody@a.test' } as const;

const check = (
  id: string,
  target: CheckSummary['target'],
  said: readonly [VerdictOutcome, Stage | 'dns' | null] | null,
): CheckSummary =>
  sampleSummary({
    id,
    target,
    verdict: said && { outcome: said[0], side: 'recipient', stage: said[1], headline: '' },
  });

test.each<[string, CheckSummary[], string | null, string | null]>([
  ['a refused mailbox says nothing of the domain', [check('a', NOBODY, ['permanent', 'rcpt'])], null, 'a'],
  [
    'a refused mailbox after one that was taken',
    [check('a', NOBODY, ['permanent', 'rcpt']), check('b', NOBODY, ['accepted', 'rcpt'])],
    'b',
    'a',
  ],
  [
    'a mailbox that was refused before is told no more',
    [check('a', DOMAIN, ['accepted', 'rcpt']), check('b', NOBODY, ['temporary', 'rcpt'])],
    'a',
    null,
  ],
  ['postmaster stands for the domain', [check('a', DOMAIN, ['permanent', 'rcpt'])], 'a', null],
  ['before RCPT it is the domain', [check('a', NOBODY, ['permanent', 'greeting'])], 'a', null],
  ['one under way', [check('a', NOBODY, null), check('b', DOMAIN, ['accepted', 'rcpt'])], 'a', null],
])('%s', (_, checks, own, ofMailbox) => {
  const [sign, ...others] = domainSigns(checks);
  expect(others).toEqual([]);
  expect([sign?.own?.id ?? null, sign?.ofMailbox?.id ?? null]).toEqual([own, ofMailbox]);
});

test('domains in the order of their last checks', () => {
  const other = { ...DOMAIN, domain: 'b.test' };
  const signs = domainSigns([check('1', DOMAIN, null), check('2', other, null), check('3', DOMAIN, null)]);
  expect(signs.map(({ target, own }) => [target.domain, own?.id])).toEqual([
    ['a.test', '1'],
    ['b.test', '2'],
  ]);
});
