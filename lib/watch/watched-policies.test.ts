import { describe, expect, test } from 'vitest';
import { blankReport } from '@/e2e/fixtures/build';
import type { PoliciesView } from '@/lib/policy/view';
import { sampleMtaSts, samplePolicies } from '@/lib/report/sample';
import { watchedPolicies } from './watched-policies';

const NONE = samplePolicies();
const { spf, dmarc, tlsRpt, bimi } = NONE;
const reported = (about: Partial<PoliciesView>) => ({
  ...blankReport('x', 'b.example'),
  policies: samplePolicies(about),
});
const record = (text: string) => [{ domain: 'b.example', text, by: null }];

describe('nothing is seen', () => {
  test.each([
    ['where nobody looked', blankReport('x', 'b.example')],
    [
      'where a limit of ours left something out',
      { ...reported({}), limits: [{ limit: 'policy-queries' as const, count: 60 }] },
    ],
  ])('%s', (_, report) => expect(watchedPolicies(report)).toEqual({}));

  test.each<[string, Partial<PoliciesView>, keyof PoliciesView]>([
    ['no answer about SPF', { spf: { ...spf, state: 'temperror' } }, 'spf'],
    ['no answer about DMARC', { dmarc: { ...dmarc, state: 'temperror' } }, 'dmarc'],
    ['no answer about TLS-RPT', { tlsRpt: { ...tlsRpt, reason: 'no-answer' } }, 'tlsRpt'],
    ['no answer about BIMI', { bimi: { ...bimi, state: 'error' } }, 'bimi'],
    ['no answer about MTA-STS', { mtaSts: sampleMtaSts({ state: 'error' }) }, 'mtaSts'],
    [
      'a policy of MTA-STS that is not to be had',
      { mtaSts: sampleMtaSts({ state: 'error', record: 'v=STSv1; id=1' }) },
      'mtaSts',
    ],
    ['no session to compare with DANE', { dane: { state: 'unknown', hosts: [] } }, 'dane'],
    ['no answer about DANE', { dane: { state: 'error', hosts: [] } }, 'dane'],
  ])('%s', (_, about, kind) => expect(watchedPolicies(reported(about))).not.toHaveProperty(kind));
});

const ABSENT = { demand: 'absent', text: '' };

test('what is not published is seen as not published', () =>
  expect(watchedPolicies(reported({}))).toEqual({
    dane: ABSENT,
    mtaSts: ABSENT,
    tlsRpt: ABSENT,
    spf: ABSENT,
    dmarc: ABSENT,
    bimi: ABSENT,
  }));

test.each<[string, Partial<PoliciesView>, ReturnType<typeof watchedPolicies>]>([
  ['several SPF records', { spf: { ...spf, state: 'permerror' } }, { spf: { demand: 'invalid', text: '' } }],
  [
    'SPF that lets everybody send',
    { spf: { ...spf, state: 'ok', all: '+', records: record('v=spf1 +all') } },
    { spf: { demand: '+all', text: 'v=spf1 +all' } },
  ],
  [
    'SPF that says nothing of everybody else, with a mark of direction in it',
    { spf: { ...spf, state: 'ok', records: record('v=spf1 mx \u202e') } },
    { spf: { demand: 'published', text: String.raw`v=spf1 mx \xe2\x80\xae` } },
  ],
  [
    'DMARC that asks for nothing',
    { dmarc: { ...dmarc, state: 'ok', policy: 'none', record: 'v=DMARC1; p=none' } },
    { dmarc: { demand: 'none', text: 'v=DMARC1; p=none' } },
  ],
  [
    'MTA-STS, its names in one order',
    { mtaSts: sampleMtaSts({ state: 'enforce', mx: ['b', 'a'], record: 'v=STSv1; id=1' }) },
    { mtaSts: { demand: 'enforce', text: 'a, b' } },
  ],
  [
    'MTA-STS without effect',
    { mtaSts: sampleMtaSts({ state: 'testing', mx: ['a'] }) },
    { mtaSts: { demand: 'testing', text: '' } },
  ],
  ...(['ok', 'partly', 'mismatch'] as const).map(
    (state): [string, Partial<PoliciesView>, ReturnType<typeof watchedPolicies>] => [
      `DANE that is ${state}: findings say how it fits`,
      { dane: { state, hosts: [] } },
      { dane: { demand: 'published', text: '' } },
    ],
  ),
])('%s', (_, about, expected) => expect(watchedPolicies(reported(about))).toMatchObject(expected));
