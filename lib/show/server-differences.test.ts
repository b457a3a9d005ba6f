import { expect, test } from 'vitest';
import { rr, steps } from '@/e2e/fixtures/build';
import { refusedReport } from '@/e2e/fixtures/refused';
import { dnsStep } from '@/lib/report/reference';
import { addressRows, differenceRows } from './server-differences';

const ZONE = 'northwind.example';

const answers = (ask: string, first: string, second: string) =>
  [first, second].map((record, index) => ({
    at: [`ns${index + 1}.${ZONE}`, `192.0.2.${index + 1}`] as [string, string],
    ask,
    zone: ZONE,
    outcome: 'answer' as const,
    authoritative: true,
    answer: [rr(record)],
  }));

const trace = {
  ...refusedReport.trace,
  steps: steps([
    ...answers(`${ZONE} SOA`, `${ZONE} 60 SOA ns1 host 2 1 1 1 1`, `${ZONE} 60 SOA ns1 host 1 1 1 1 1`),
    ...answers(`${ZONE} MX`, `${ZONE} 60 MX 10 mx1.${ZONE}`, `${ZONE} 60 MX 20 old.${ZONE}`),
    ...answers(`mx1.${ZONE} A`, `mx1.${ZONE} 60 A 192.0.2.25`, `mx1.${ZONE} 60 A 192.0.2.26`),
    { ...answers(`${ZONE} SOA`, '', '')[1], transport: 'tcp', outcome: 'silence', answer: [] },
  ] as Parameters<typeof steps>[0]),
};

const report = (...found: [code: string, ...steps: number[]][]) => ({
  trace,
  dnssec: null,
  findings: found.map(([code, ...numbers]) => ({
    ...(refusedReport.findings[0] as (typeof refusedReport.findings)[number]),
    code,
    evidence: numbers.map(dnsStep),
  })),
});

const zone = { name: ZONE } as Parameters<typeof differenceRows>[1];

test.each([
  ['nothing found, so nothing shown, whatever the answers are', report(), []],
  ['a finding about something else', report(['zone.answers-vary', 3, 4]), []],
  [
    'each server with what it says',
    report(['zone.serials-differ', 1, 2]),
    [`ns1.${ZONE} says: serial 2`, `ns2.${ZONE} says: serial 1`],
  ],
  [
    'the records of the question',
    report(['zone.answers-differ', 3, 4]),
    [`ns1.${ZONE} says: MX 10 mx1.${ZONE}`, `ns2.${ZONE} says: MX 20 old.${ZONE}`],
  ],
  ['addresses stand at the addresses', report(['zone.answers-differ', 5, 6]), []],
  ['the one that is silent over TCP', report(['ns.no-tcp', 7]), [`ns2.${ZONE} over TCP: no answer`]],
])('%s', (_, seen, rows) => {
  expect(differenceRows(seen, zone).map(({ left, right }) => `${left}: ${right}`)).toEqual(rows);
});

test('other addresses of an exchange', () => {
  const rows = addressRows(report(['zone.answers-differ', 3, 4], ['zone.answers-differ', 5, 6]), [
    `mx1.${ZONE}`,
  ]);
  expect(rows.map(({ left, right, anchor }) => [left, right, anchor])).toEqual([
    [`ns1.${ZONE} for mx1.${ZONE}`, '192.0.2.25', 'dns-5'],
    [`ns2.${ZONE} for mx1.${ZONE}`, '192.0.2.26', 'dns-6'],
  ]);
});
