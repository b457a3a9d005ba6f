import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { greatestCheck } from '@/e2e/fixtures/greatest-check';
import { newRecord } from '@/e2e/scenarios/new-record';
import { judge } from '@/lib/findings/judge';
import { asText } from '@/lib/show/proof/as-text';
import { fullProof } from '@/lib/show/proof/full-proof';
import { parseTarget } from '@/lib/target/target';
import { ReportView } from './report-view';

const MOST_OCTETS = 2_000_000;

function greatestReport() {
  const target = parseTarget('example.org');
  if (!target.ok) throw new Error(target.problem.say);
  const vantage = { helo: 'probe.example', sender: '<>', softwareVersion: 'test' };
  const record = newRecord({
    target: target.value,
    options: { depth: 'envelope' },
    vantage,
    relayAddress: null,
  });
  greatestCheck((event) => record.note(event));
  const report = { ...record.report(), startedAt: '2026-01-01T00:00:00.000Z', status: 'done' as const };
  return { ...report, ...judge(report) };
}

test('the page stays small whatever forty servers say; the plain text has all that was kept', () => {
  const report = greatestReport();
  const act = () => Promise.resolve();
  const actions = {
    stop: act,
    runAgain: act,
    askRetest: act,
    stopRetest: act,
    former: null,
    share: true,
    seesHistory: true,
  };
  const page = renderToStaticMarkup(createElement(ReportView, { report, actions }));
  const text = asText(fullProof(report, { link: '', operator: null }));
  expect(Buffer.byteLength(page)).toBeLessThan(MOST_OCTETS);
  expect(page).toMatch(/\/report\.txt\?full=1">\d+(?:<!-- -->)? more in the plain text/);
  const last = report.sessions.at(-1)?.transcript.at(-1)?.text ?? '';
  expect(text).toContain(last);
});
