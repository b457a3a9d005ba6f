import { describe, expect, test } from 'vitest';
import { refusedReport } from '@/e2e/fixtures/refused';
import { compareReports } from '@/lib/compare/compare-reports';
import type { ComparedAspect, ComparedCheck } from '@/lib/compare/comparison';
import type { Report } from '@/lib/report/report';
import { aspectWords, comparisonCaveats, comparisonTitle, countWords } from './comparison-words';

const OUTCOME = { but: [], headline: '' };

function check(
  outcome: NonNullable<ComparedCheck['verdict']>['outcome'] | null,
  about: Partial<ComparedCheck> = {},
): ComparedCheck {
  const { id, target, startedAt } = refusedReport;
  return {
    id,
    url: `/check/${id}`,
    target,
    startedAt,
    status: 'done',
    verdict: outcome && { ...OUTCOME, outcome },
    ...about,
  };
}

const sections = (b: Partial<Report> = {}) => compareReports(refusedReport, { ...refusedReport, ...b });

test.each([
  [null, 'accepted', {}, 'One of both checks came to no verdict.'],
  ['permanent', 'accepted', {}, 'Rejected, then accepted.'],
  ['temporary', 'temporary', {}, 'Deferred both times; nothing differs.'],
  ['temporary', 'temporary', { options: { depth: 'greeting' } }, 'Deferred both times, with differences.'],
] as const)('%s and %s', (a, b, otherwise, title) => {
  expect(comparisonTitle(check(a), check(b), sections(otherwise))).toBe(title);
});

test('while one is under way', () => {
  const [a, b] = [check('accepted'), check(null, { status: 'running' })];
  expect(comparisonTitle(a, b, sections())).toBe('One of both checks is still under way.');
  expect(comparisonCaveats(a, b, sections())).toEqual([
    expect.stringContaining('The second check is still under way'),
  ]);
});

describe('what a difference may come from', () => {
  test.each<[string, Partial<Report>, string[]]>([
    ['nothing of ours', {}, []],
    ['another software alone', { vantage: { ...refusedReport.vantage, softwareVersion: '9' } }, []],
    [
      'another depth and HELO name',
      { options: { depth: 'greeting', helo: 'other.example' } },
      [
        'They were not asked alike (Depth, HELO name): a difference may come from that, not from the other side.',
      ],
    ],
  ])('%s', (_, otherwise, caveats) => {
    expect(comparisonCaveats(check('accepted'), check('accepted'), sections(otherwise))).toEqual(caveats);
  });
});

test('counts are in the singular where there is one', () => {
  const different: ComparedAspect = { what: 'verdict.outcome', of: '', a: ['accepted'], b: ['permanent'] };
  expect(countWords([{ section: 'verdict', different: [different], oneSided: [], alike: [] }])).toBe(
    '1 difference, 0 things alike',
  );
});

test.each<[string, ComparedAspect, { lines: string[]; shared: number; isMissing: boolean }[]]>([
  [
    'of lists only what the other one has not',
    { what: 'session.capabilities', of: 'x', a: ['A', 'B', 'C'], b: ['B', 'C', 'D'] },
    [
      { lines: ['A'], shared: 2, isMissing: false },
      { lines: ['D'], shared: 2, isMissing: false },
    ],
  ],
  [
    'words for what is of a closed set, the value itself for what is not',
    { what: 'session.outcome', of: 'x', a: ['temporary'], b: ['constructor'] },
    [
      { lines: ['deferred'], shared: 0, isMissing: false },
      { lines: ['constructor'], shared: 0, isMissing: false },
    ],
  ],
  [
    'what is not there is none of its values',
    { what: 'route.addresses', of: 'x', a: null, b: [] },
    [
      { lines: [], shared: 0, isMissing: true },
      { lines: [], shared: 0, isMissing: false },
    ],
  ],
  [
    'times and TTLs with their units',
    { what: 'route.ttl', of: 'x', a: ['3600'], b: ['300'] },
    [
      { lines: ['1 h'], shared: 0, isMissing: false },
      { lines: ['5 min'], shared: 0, isMissing: false },
    ],
  ],
])('%s', (_, aspect, [a, b] = []) => {
  expect(aspectWords(aspect)).toMatchObject({ a, b });
});
