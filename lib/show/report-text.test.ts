import { expect, test } from 'vitest';
import { refusedReport } from '@/e2e/fixtures/refused';
import { noDomainReport, runningReport } from '@/e2e/fixtures/reports';
import { reportText } from './report-text';

test('a frozen check: nothing of the evidence is left out', () => {
  const text = reportText({ ...refusedReport, digest: 'sha256:abc' });
  for (const { transcript } of refusedReport.sessions)
    for (const line of transcript) expect(text).toContain(line.text);
  for (const { n } of refusedReport.trace.steps) expect(text).toContain(`\ndns:${n} `);
  for (const { code, title } of refusedReport.findings)
    expect([text.includes(`Code ${code};`), text.includes(title)]).toEqual([true, true]);
  expect(text).toContain('; proof smtp:1:19, smtp:3:19;');
  expect(text).toContain('Evidence sha256:abc.');
  expect(text.startsWith('Permanent refusal by mx1.northwind.example')).toBe(true);
});

test('prose is wrapped, evidence and records are not', () => {
  const text = reportText(refusedReport);
  const prose = text
    .slice(0, text.indexOf('Route\n'))
    .split('\n')
    .filter((line) => line.startsWith('  ') && !line.includes('Code '));
  expect(Math.max(...prose.map(({ length }) => length))).toBeLessThanOrEqual(78);
  expect(text).toContain('\n  mx1.northwind.example. AAAA 2001:db8:25::11\n');
});

test('a check under way says so', () => {
  const text = reportText(runningReport);
  expect(text).toContain('The check is not over.');
  expect(text).toContain(', under way');
});

test('without sessions there is no section for them', () => {
  expect(reportText(noDomainReport)).not.toContain('SMTP session');
});
