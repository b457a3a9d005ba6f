import { expect, test } from 'vitest';
import { refusedReport } from '@/e2e/fixtures/refused';
import { acceptedReport, noDomainReport, reports } from '@/e2e/fixtures/reports';
import { mailSteps } from './mail-queries';
import { waterfallOf } from './waterfall';
import { wayTimes } from './way-times';

test.each([
  [
    'a refused mailbox',
    refusedReport,
    /^DNS \S+ m?s until the route was known · SMTP \S+ m?s, as a sender would wait$/,
  ],
  ['no domain', noDomainReport, /^DNS \S+ m?s until the route was known$/],
  ['nothing', { ...noDomainReport, route: null }, /^$/],
])('%s', (_, report, words) => {
  expect(wayTimes(report)).toMatch(words);
});

test('a row for each zone of the way and one for each session, and at most one for everything else', () => {
  for (const report of [...reports, acceptedReport]) {
    const labels = waterfallOf(report).rows.map(({ label }) => label);
    const zones = new Set(mailSteps(report).map(({ zone }) => zone)).size;
    const talks = report.sessions.filter((session) => session.stages.length > 0).length;
    expect(labels.filter((label) => label.endsWith('beside it')).length).toBeLessThanOrEqual(1);
    if (report.route !== null && report.route.kind !== 'unresolved' && talks > 0)
      expect(labels.filter((label) => !label.endsWith('beside it')).length).toBeGreaterThanOrEqual(
        zones + talks,
      );
  }
  expect(waterfallOf(refusedReport).rows[0]?.label).toBe('. (root)');
});
