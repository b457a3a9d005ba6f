import { expect, test } from 'vitest';
import { runningReport } from '@/e2e/fixtures/reports';
import { applyEvents, newerReport } from './apply-events';

const limit = (seq: number) => ({ type: 'limit', seq, limit: 'dns-queries', count: seq }) as const;

test('what was seen is passed over, what is new is taken in order', () => {
  const report = applyEvents({ ...runningReport, seq: 5 }, [
    limit(4),
    limit(5),
    limit(6),
    limit(6),
    limit(7),
  ]);
  expect(report.limits.map(({ count }) => count)).toEqual([6, 7]);
  expect(report.seq).toBe(7);
});

test('a report without a number takes everything', () => {
  expect(applyEvents(runningReport, [limit(1)]).limits).toHaveLength(1);
});

test('an answer that was overtaken does not take anything back', () => {
  expect(newerReport({ ...runningReport, seq: 9 }, { ...runningReport, seq: 3 }).seq).toBe(9);
  expect(newerReport(undefined, { ...runningReport, seq: 3 }).seq).toBe(3);
});
