import { expect, test } from 'vitest';
import { blankReport } from '@/e2e/fixtures/build';
import { surveyDmarc } from '@/lib/policy/dmarc/survey';
import { fakeLookUp, type FakeZone } from '@/lib/policy/fake-zone';
import { samplePolicies } from '@/lib/report/sample';
import { record } from './record';

const DOMAIN = 'sub.a.example';

async function foundIn(zone: FakeZone) {
  const dmarc = await surveyDmarc(DOMAIN, fakeLookUp(zone));
  return [...record({ ...blankReport('x', DOMAIN), policies: samplePolicies({ dmarc }) })];
}

test('of several records below one that does not count, none is kept for the name of that one', async () =>
  expect(
    await foundIn({
      '_dmarc.sub.a.example TXT': ['v=DMARC1; p=reject', 'v=DMARC1; p=none'],
      '_dmarc.a.example TXT': ['v=DMARC1; p=all'],
    }),
  ).toMatchObject([{ code: 'dmarc.invalid', args: { at: 'a.example', kind: 'nothing', kept: '' } }]));

test.each<[string, string, string[]]>([
  ['the own one takes them', 'mailto:dmarc@sub.a.example', ['sub.a.example']],
  ['nobody is known to', 'https://a.example/', []],
])('where another domain does not take reports: %s', async (_, uri, takers) =>
  expect(
    await foundIn({
      '_dmarc.sub.a.example TXT': [`v=DMARC1; p=none; rua=mailto:d@no.example,${uri}`],
    }),
  ).toMatchObject([{ code: 'dmarc.reports-not-taken', args: { targets: ['no.example'], takers } }]),
);

test.each([
  ['sp=all', true],
  ['adkim=relaxed', false],
])('%s takes the policy away: %s', async (part, isPolicyLost) =>
  expect(
    await foundIn({
      '_dmarc.sub.a.example TXT': [`v=DMARC1; p=reject; ${part}; rua=mailto:d@sub.a.example`],
    }),
  ).toMatchObject([{ code: 'dmarc.faults', args: { isPolicyLost } }]),
);
