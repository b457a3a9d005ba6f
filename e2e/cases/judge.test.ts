import { expect, test } from 'vitest';
import type { Finding, Verdict } from '@/lib/report/finding';
import type { LiveExpectation } from '../score/field-cases';
import type { FieldFigure } from '../score/score-field';
import { judgeLive, judgeRead } from './judge';

const VERDICT: Verdict = {
  outcome: 'accepted',
  cases: [],
  side: 'none',
  but: [],
  lookFirst: { side: 'none', because: '' },
  diagnosis: [],
  finding: null,
  session: 1,
  layer: null,
  stage: 'rcpt',
  depth: 'envelope',
  permanence: null,
  headline: 'Accepted.',
  plain: 'The greeting has another name.',
  evidence: [],
};
const FINDING: Finding = {
  code: 'ptr.missing',
  severity: 'error',
  side: 'recipient',
  whoActs: 'recipient-admin',
  layer: 7,
  permanence: null,
  args: {},
  title: 'No reverse name',
  why: '',
  fix: 'Give the address a PTR record.',
  refs: [],
  evidence: [],
};
const EXPECTED: LiveExpectation = {
  outcome: ['accepted'],
  side: ['none'],
  hint: 'GREETING',
  wrong: 'delist',
  mustNotError: null,
};
const met = (...outcomes: Verdict['outcome'][]): Pick<Verdict, 'outcome' | 'cases'> => ({
  outcome: 'depends',
  cases: outcomes.map((outcome) => ({ when: '', outcome, because: '', evidence: [] })),
});

test.each([
  ['outcome is another', { outcome: 'temporary' }, {}, 'wrong', ['outcome: temporary, should be accepted']],
  [
    'depends, and none fits',
    met('unknown', 'temporary'),
    {},
    'wrong',
    ['outcome: unknown, temporary, should be accepted'],
  ],
  ['depends on nothing', met(), {}, 'wrong', ['outcome: none, should be accepted']],
  ['side is another', { side: 'sender' }, {}, 'wrong', ['side: sender, should be none']],
  [
    'side of what depends',
    { ...met('accepted'), side: 'sender' },
    {},
    'wrong',
    ['side: sender, should be none'],
  ],
  ['says what is false', { plain: 'Greeting. Delist it.' }, {}, 'wrong', ['says "Delist"']],
  ['a finding says it', {}, { wrong: 'a ptr record' }, 'wrong', ['says "a PTR record"']],
  ['an error that is none', {}, { mustNotError: 'ptr.missing' }, 'wrong', ['ptr.missing is an error']],
  ['no hint', { plain: '' }, {}, 'partly', ['no GREETING in: Accepted.']],
  ['no hint, and false', { plain: 'delist' }, {}, 'wrong', ['says "delist"', 'no GREETING in: Accepted.']],
  ['all holds', {}, {}, 'right', []],
  ['a hint of a finding', {}, { hint: 'no.*PTR' }, 'right', []],
  ['depends, and one fits', met('unknown', 'accepted'), {}, 'right', []],
  ['no hint wanted', { plain: '' }, { hint: null }, 'right', []],
  ['another error', {}, { mustNotError: 'mx.implicit' }, 'right', []],
] as const)('a check: %s', (_, verdict, expected, grade, reasons) => {
  const told = { verdict: { ...VERDICT, ...verdict } as Verdict, findings: [FINDING] };
  const judged = judgeLive('c', { ...EXPECTED, ...expected }, told);
  expect(judged).toEqual({ id: 'c', grade, reasons });
});

test('a check without a verdict is wrong', () => {
  expect(judgeLive('c', EXPECTED, { verdict: null, findings: [] })).toEqual({
    id: 'c',
    grade: 'wrong',
    reasons: ['outcome: none, should be accepted', 'side: none, should be none', 'no GREETING in: nothing'],
  });
});

test.each<[FieldFigure[], string]>([
  [[], 'right'],
  [['hint'], 'partly'],
  [['code', 'stage', 'whoActs'], 'partly'],
  [['side'], 'wrong'],
  [['hint', 'notWrong'], 'wrong'],
  [['recipients'], 'wrong'],
])('a reply or mail that misses %j: %s', (missed, grade) => {
  const points = [
    { figure: 'category' as const, isRight: true, miss: '' },
    ...missed.map((figure) => ({ figure, isRight: false, miss: 'x' })),
  ];
  const reasons = missed.map((figure) => `${figure}: x`);
  expect(judgeRead({ name: 'a', points })).toEqual({ id: 'a', grade, reasons });
});
