import { expect, test } from 'vitest';
import type { CaaView } from '@/lib/policy/view';
import { caaRow, dnssecRow } from './zone-policy-words';

const caa = (about: Partial<CaaView>): CaaView => ({
  exchange: 'mx.a.example',
  at: 'a.example',
  allowed: ['ca.example'],
  authority: 'ca.example',
  validTo: '2027-01-02T00:00:00.000Z',
  evidence: [],
  ...about,
});

test.each<[string, CaaView[] | undefined, tone: string, state: string]>([
  ['nothing was asked for', undefined, 'unknown', 'not asked for'],
  ['nothing was found', [], 'unknown', 'no limit seen'],
  ['another authority may', [caa({ authority: 'other.example' })], 'wait', 'forbids'],
  ['nobody may', [caa({ allowed: [] })], 'wait', 'forbids'],
  ['who it is is not known', [caa({ authority: null })], 'unknown', 'limited'],
  ['it may', [caa({})], 'good', 'permits'],
])('CAA: %s', (_, view, tone, state) => expect(caaRow(view)).toMatchObject({ tone, state }));

test('DNSSEC that nobody looked at is not said to be missing', () =>
  expect(dnssecRow(null)).toMatchObject({ tone: 'unknown', state: 'not known' }));

test('DNSSEC: what is not proven is named, and nothing else', () => {
  const answer = { zone: 'a.example', reason: null, signature: null, evidence: [] };
  const { tone, say } = dnssecRow({
    state: 'bogus',
    links: [],
    answers: [
      { ...answer, name: 'a.example', type: 'MX', state: 'secure' },
      { ...answer, name: 'mx.a.example', type: 'A', state: 'bogus' },
    ],
    servers: [],
  });
  expect([tone, say]).toEqual(['bad', 'Resolvers that validate do not believe mx.a.example A.']);
});
