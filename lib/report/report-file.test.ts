import { expect, test } from 'vitest';
import { refusedReport } from '@/e2e/fixtures/refused';
import { reportDocument } from './document';
import { reportFile } from './report-file';

const EVENTS = [
  { type: 'started', seq: 1, text: 'a "quoted" \u0000 text' },
  { type: 'limit', seq: 2 },
];

test('the report with its evidence, an event a line', () => {
  const text = reportFile(refusedReport, { version: 2, events: EVENTS });
  expect(JSON.parse(text)).toEqual({
    ...(JSON.parse(JSON.stringify(reportDocument(refusedReport))) as object),
    evidence: { version: 2, events: EVENTS },
  });
  expect(text.split('\n')).toContain(`      ${JSON.stringify(EVENTS[1])}`);
});

test('a check that is under way has none, and one that has seen nothing an empty one', () => {
  expect(JSON.parse(reportFile(refusedReport, null))).not.toHaveProperty('evidence');
  expect(JSON.parse(reportFile(refusedReport, { version: 2, events: [] }))).toMatchObject({
    evidence: { version: 2, events: [] },
  });
});
