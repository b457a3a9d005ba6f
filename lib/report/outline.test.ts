import { expect, test } from 'vitest';
import { blankReport } from '@/e2e/fixtures/build';
import type { PoliciesView } from '@/lib/policy/view';
import { outlineOf } from './outline';
import { sampleMtaSts, samplePolicies } from './sample';

const nothing = { record: null, evidence: [] };
const names = (count: number) => Array.from({ length: count }, (_, n) => `mx${n}.example.org`);

const outlined = (about: Partial<PoliciesView>) =>
  outlineOf({ ...blankReport('x', 'user@example.org'), policies: samplePolicies(about) }).policies;

test('policies that nobody looked at are none', () =>
  expect(outlineOf(blankReport('x', 'user@example.org')).policies).toBeNull());

test.each<[string, Partial<PoliciesView>, ReturnType<typeof outlined>]>([
  ['nothing published', {}, {}],
  [
    'no answer is neither published nor gone',
    {
      mtaSts: sampleMtaSts({ state: 'error', reason: 'no-answer' }),
      tlsRpt: { ...nothing, state: 'none', reason: 'no-answer', rua: [] },
      bimi: { ...nothing, state: 'error', reason: null, logo: null },
    },
    { mtaSts: { state: 'temperror' }, tlsRpt: 'temperror', bimi: 'temperror' },
  ],
  [
    'a policy that cannot be fetched is published',
    { mtaSts: sampleMtaSts({ state: 'error', reason: 'redirect', record: 'v=STSv1; id=1' }) },
    { mtaSts: { state: 'error' } },
  ],
  [
    'an enforced policy with what senders keep of it',
    { mtaSts: sampleMtaSts({ state: 'enforce', mx: names(2), maxAgeSeconds: 60 }) },
    { mtaSts: { state: 'enforce', mx: names(2), maxAgeSeconds: 60 } },
  ],
  [
    'of one that names many, nothing that could be taken for all of it',
    { mtaSts: sampleMtaSts({ state: 'enforce', mx: names(21), maxAgeSeconds: 60 }) },
    { mtaSts: { state: 'enforce' } },
  ],
])('%s', (_, about, outline) => expect(outlined(about)).toEqual(outline));
