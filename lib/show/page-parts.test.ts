import { expect, test } from 'vitest';
import { reports, runningReport } from '@/e2e/fixtures/reports';
import { sampleHost, sampleRoute, sampleSession } from '@/lib/report/sample';
import type { Report } from '@/lib/report/report';
import { matrixRow, worstCell } from './matrix';
import { matrixRows } from './matrix-rows';
import { hasFindings, hasMatrix, PAGE_PARTS, partsOf } from './page-parts';

const ONE = sampleRoute([sampleHost(['192.0.2.1'], { exchange: 'mx1' })]);
const TWO = sampleRoute([sampleHost(['192.0.2.1', '192.0.2.2'], { exchange: 'mx1' })]);
const first = sampleSession({ n: 1, exchange: 'mx1', address: '192.0.2.1' });
const second = sampleSession({ n: 2, exchange: 'mx1', address: '192.0.2.2' });

test.each<[string, Pick<Report, 'status' | 'route' | 'sessions'>, boolean]>([
  ['nothing known', { status: 'running', route: null, sessions: [] }, false],
  ['one address, under way', { status: 'running', route: ONE, sessions: [first] }, false],
  ['two addresses, none begun', { status: 'running', route: TWO, sessions: [] }, true],
  ['two addresses, over before a session', { status: 'done', route: TWO, sessions: [] }, false],
  ['two addresses, one begun', { status: 'stopped', route: TWO, sessions: [first] }, true],
  ['one address, tried again', { status: 'done', route: ONE, sessions: [first, first] }, true],
])('a matrix where there is something to compare: %s', (_, report, has) => {
  expect(hasMatrix(report)).toBe(has);
});

test.each<[string, Pick<Report, 'status' | 'route'>, boolean]>([
  ['under way, no route', { status: 'running', route: null }, false],
  ['under way, with a route', { status: 'running', route: ONE }, true],
  ['over without a route', { status: 'done', route: null }, true],
])('what to do has its place: %s', (_, report, has) => {
  expect(hasFindings(report)).toBe(has);
});

test('parts stand in the order of the page', () => {
  for (const report of [...reports, runningReport]) {
    const places = partsOf(report).map((part) => PAGE_PARTS.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  }
});

test('addresses whose session has not begun have their row while it may come', () => {
  const known = { route: TWO, sessions: [first] };
  expect(matrixRows(known, true).map(({ address, session }) => [address, session?.n])).toEqual([
    ['192.0.2.1', 1],
    ['192.0.2.2', undefined],
  ]);
  expect(matrixRows(known, false)).toHaveLength(1);
  expect(matrixRows({ route: TWO, sessions: [first, second] }, true)).toHaveLength(2);
});

test('a row is told by its worst stage, of equals by the last', () => {
  const stage = (
    name: 'connect' | 'greeting' | 'rcpt',
    outcome: 'ok' | 'permanent',
    code: number | null,
  ) => ({
    stage: name,
    outcome,
    code,
    enhanced: null,
    ms: 1,
    line: null,
  });
  const well = [stage('connect', 'ok', null), stage('greeting', 'ok', 220)];
  const worst = (stages: typeof well) => worstCell(matrixRow(sampleSession({ outcome: 'accepted', stages })));
  expect(worst(well)).toMatchObject({ stage: 'greeting', word: '220' });
  expect(worst([...well, stage('rcpt', 'permanent', 550)])).toMatchObject({ stage: 'rcpt', tone: 'bad' });
  expect(worstCell([])).toBeNull();
});
