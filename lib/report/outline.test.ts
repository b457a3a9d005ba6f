import { expect, test } from 'vitest';
import { blankReport } from '@/e2e/fixtures/build';
import type { PoliciesView } from '@/lib/policy/view';
import { outlineOf } from './outline';
import { sampleHost, sampleMtaSts, samplePolicies, sampleRoute } from './sample';

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

const { spf, dane } = samplePolicies();
const spfRecord = (text: string, by: string | null = null) => ({ domain: 'example.org', text, by });
const danish = (state: PoliciesView['dane']['state'], ...data: string[]): Partial<PoliciesView> => {
  const records = data.map((one) => ({ data: one, fault: null, matches: null }));
  const host = { exchange: 'mx1', state, reason: null, records, served: [], sessions: [], evidence: [] };
  return { dane: { ...dane, state, hosts: [host] } };
};

test.each<[string, Partial<PoliciesView>, Partial<PoliciesView>, boolean]>([
  [
    'another SPF record',
    { spf: { ...spf, state: 'ok', records: [spfRecord('v=spf1 -all')] } },
    { spf: { ...spf, state: 'ok', records: [spfRecord('v=spf1 ~all')] } },
    false,
  ],
  [
    'another record that the own one includes',
    { spf: { ...spf, state: 'ok', records: [spfRecord('v=spf1 include:x'), spfRecord('a', 'include:x')] } },
    { spf: { ...spf, state: 'ok', records: [spfRecord('v=spf1 include:x'), spfRecord('b', 'include:x')] } },
    true,
  ],
  [
    'TLSA records in another order',
    danish('ok', '3 1 1 aa', '3 1 1 bb'),
    danish('ok', '3 1 1 bb', '3 1 1 aa'),
    true,
  ],
  ['another TLSA record', danish('ok', '3 1 1 aa'), danish('ok', '3 1 1 bb'), false],
])('%s is another one: %#', (_, before, after, isSame) => {
  const [one, other] = [outlined(before)?.read, outlined(after)?.read];
  expect(Object.values(one ?? {})).toEqual([expect.stringMatching(/^[\da-f]{8}$/)]);
  expect(JSON.stringify(one) === JSON.stringify(other)).toBe(isSame);
});

test('of what was not to be had nothing is kept that would be taken for another record', () => {
  expect(outlined(danish('unknown', '3 1 1 aa'))?.read).toBeUndefined();
  const mtaSts = sampleMtaSts({ state: 'error', reason: 'redirect', record: 'v=STSv1; id=1' });
  expect(outlined({ mtaSts })?.read).toBeUndefined();
});

test('TTLs of addresses, each once; none when one is not known', () => {
  const ttls = (...all: (number | null)[]) => {
    const host = sampleHost(all.map((_, n) => `192.0.2.${n}`));
    const addresses = host.addresses.map((one, n) => ({ ...one, ttl: all[n] ?? null }));
    const report = { ...blankReport('x', 'user@example.org'), route: sampleRoute([{ ...host, addresses }]) };
    return outlineOf(report).exchanges?.[0]?.addressTtls;
  };
  expect([ttls(600, 60, 600), ttls(60, null), ttls()]).toEqual([[60, 600], [], []]);
});
