import { expect, test } from 'vitest';
import { refusedReport } from '@/e2e/fixtures/refused';
import { noDomainReport, runningReport } from '@/e2e/fixtures/reports';
import type { Report } from '@/lib/report/report';
import { asText } from './as-text';
import { fullProof } from './full-proof';

const ABOUT = { link: 'https://mxproof.example/check/x', operator: null };
const textOf = (report: Report) => asText(fullProof(report, ABOUT));

test('a frozen check: nothing of the evidence is left out', () => {
  const text = textOf({ ...refusedReport, digest: 'sha256:abc' });
  for (const { transcript } of refusedReport.sessions)
    for (const line of transcript) expect(text).toContain(line.text);
  for (const { n } of refusedReport.trace.steps) expect(text).toContain(`\ndns:${n} `);
  for (const { code, title } of refusedReport.findings)
    expect([text.includes(`Code ${code};`), text.includes(title)]).toEqual([true, true]);
  expect(text).toContain('; proof smtp:1:19, smtp:3:19;');
  expect(text).toContain('\nEvidence sha256:abc\n');
  expect(text.startsWith('Permanent refusal by mx1.northwind.example')).toBe(true);
});

test('what decides stands before everything else', () => {
  const text = textOf(refusedReport);
  const places = [
    'Who has to act:',
    '\nSMTP session 1:',
    '\nFindings:',
    '\nRoute:',
    '\nDNS queries that a mail needs',
  ].map((part) => text.indexOf(part));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
});

test('prose is wrapped, evidence and records are not', () => {
  const text = textOf(refusedReport);
  const prose = text
    .slice(text.indexOf('\nFindings:'), text.indexOf('\nRoute:'))
    .split('\n')
    .filter((line) => line.startsWith('  ') && !line.includes('Code '));
  expect(Math.max(...prose.map(({ length }) => length))).toBeLessThanOrEqual(78);
  expect(text).toContain('\n  mx1.northwind.example. AAAA 2001:db8:25::11\n');
});

test('a check under way says so', () => {
  const text = textOf(runningReport);
  expect(text).toContain('This check is not finished');
  expect(text).toContain(', under way');
});

test('without sessions there is no section for them', () =>
  expect(textOf(noDomainReport)).not.toContain('SMTP session'));
