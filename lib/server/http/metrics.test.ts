import { expect, test } from 'vitest';
import { acceptedReport, reports } from '@/e2e/fixtures/reports';
import { refusedReport } from '@/e2e/fixtures/refused';
import { countAnswer } from '../front/answered';
import type { Measures } from '../verbs/measure';
import { createMeters } from './metrics';

const MEASURES: Measures = {
  queue: { running: 2, queued: 3, lent: 0 },
  database: { bytes: 8192, freeBytes: 4096, checks: 5, mails: 7 },
  watches: new Map([
    ['accepted', 3],
    ['paused', 0],
  ]),
};

/** Every sample of an exposition, whose form is asserted: lines of comments, and `name{labels} value`. */
function samplesOf(text: string): Map<string, number> {
  expect(text.endsWith('\n')).toBe(true);
  const samples = new Map<string, number>();
  for (const line of text.split('\n').slice(0, -1)) {
    if (line === '' || /^# (?:HELP|TYPE) \w+ \S/.test(line)) continue;
    const read = /^(\w+(?:\{(?:\w+="[^"\\]*",?)+\})?) (-?[\d.e+-]+|\+Inf|Nan)$/.exec(line);
    expect(read, line).not.toBeNull();
    samples.set(read?.[1] ?? '', Number(read?.[2]));
  }
  return samples;
}

test('what is told of is counted, by closed labels', async () => {
  const meters = createMeters({ withProcess: false });
  const at = new Date(Date.parse(acceptedReport.startedAt) + 3_000);
  meters.checkEnded(acceptedReport, at);
  meters.checkEnded({ ...acceptedReport, limits: [{ limit: 'sessions', count: 3 }] }, at);
  meters.checkEnded({ ...acceptedReport, status: 'stopped' }, at);
  meters.dnsAsked('address', 'answer');
  meters.dnsAsked('watch', 'silence');
  meters.mailRead('bounce');
  meters.watchTried('own-failure');
  meters.watchTried('unchanged');
  meters.watchTried('unchanged');
  meters.alertTried('ntfy', 'failed');
  meters.alertTried('ntfy', 'delivered');
  meters.refused('too-many-checks');
  countAnswer('check', 200);
  countAnswer('check', 200);
  const samples = samplesOf(await meters.exposition(MEASURES));
  const { sessions, trace } = acceptedReport;
  expect(Object.fromEntries(samples)).toMatchObject({
    'mxproof_checks_total{outcome="accepted"}': 2,
    'mxproof_checks_total{outcome="stopped"}': 1,
    'mxproof_check_duration_seconds_bucket{le="2",outcome="accepted"}': 0,
    'mxproof_check_duration_seconds_bucket{le="5",outcome="accepted"}': 2,
    'mxproof_check_duration_seconds_sum{outcome="accepted"}': 6,
    'mxproof_check_duration_seconds_sum{outcome="stopped"}': 3,
    'mxproof_smtp_sessions_total{outcome="accepted"}':
      3 * sessions.filter(({ outcome }) => outcome === 'accepted').length,
    'mxproof_dns_questions_total{for="address",outcome="answer"}': 1,
    'mxproof_dns_questions_total{for="watch",outcome="silence"}': 1,
    'mxproof_dns_questions_total{for="check",outcome="referral"}':
      3 * trace.steps.filter(({ outcome }) => outcome === 'referral').length,
    'mxproof_check_limits_reached_total{limit="sessions"}': 1,
    'mxproof_mails_read_total{kind="bounce"}': 1,
    'mxproof_watch_tries_total{result="own-failure"}': 1,
    'mxproof_watch_tries_total{result="unchanged"}': 2,
    'mxproof_alert_deliveries_total{way="ntfy",result="failed"}': 1,
    'mxproof_alert_deliveries_total{way="ntfy",result="delivered"}': 1,
    'mxproof_watches{state="accepted"}': 3,
    'mxproof_watches{state="paused"}': 0,
    'mxproof_requests_refused_total{code="too-many-checks"}': 1,
    'mxproof_http_requests_total{route="check",status="200"}': 2,
    mxproof_checks_running: 2,
    mxproof_checks_queued: 3,
    mxproof_database_bytes: 8192,
    mxproof_database_free_bytes: 4096,
    'mxproof_database_rows{what="checks"}': 5,
    'mxproof_database_rows{what="mails"}': 7,
  });
});

test('a second scrape tells the same, and nothing of a database that cannot be used', async () => {
  const meters = createMeters({ withProcess: false });
  const first = await meters.exposition(MEASURES);
  expect(await meters.exposition(MEASURES)).toBe(first);
  const samples = samplesOf(await meters.exposition({ ...MEASURES, database: null, watches: null }));
  expect([...samples.keys()].filter((name) => /^mxproof_(?:database_rows|watches)/.test(name))).toEqual([]);
});

test('no name and no address of a check is in it', async () => {
  const meters = createMeters({ withProcess: false });
  for (const report of [...reports, refusedReport]) meters.checkEnded(report, new Date());
  const text = await meters.exposition(MEASURES);
  for (const { id, target, sessions } of reports)
    for (const secret of [
      id,
      target.domain,
      target.input,
      ...sessions.flatMap((one) => [one.exchange, one.address]),
    ])
      expect(text).not.toContain(secret);
});
