import { expect, test } from 'vitest';
import { refusedReport } from '@/e2e/fixtures/refused';
import { noDomainReport } from '@/e2e/fixtures/reports';
import { mailQueries } from './mail-queries';

test('without a route nothing is needed', () => {
  expect(mailQueries({ ...refusedReport, route: null })).toBe(0);
});

test('only what led to the route is counted, each step once', () => {
  const { trace } = refusedReport;
  const [first] = trace.steps;
  if (first === undefined) throw new Error('the fixture has steps');
  const steps = [1, 2, 3, 4, 5].map((n) => ({
    ...first,
    n,
    after: n === 4 ? null : n === 3 ? 1 : n - 1 || null,
  }));
  const route = refusedReport.route && { ...refusedReport.route, evidence: [2, 3], hosts: [] };
  expect(mailQueries({ route, trace: { queryCount: 5, steps } })).toBe(3);
});

test('a reference to nothing is passed over', () => {
  const route = noDomainReport.route && { ...noDomainReport.route, evidence: [999] };
  expect(mailQueries({ ...noDomainReport, route })).toBe(0);
});
