import { expect, test } from 'vitest';
import { refusedReport } from '@/e2e/fixtures/refused';
import { acceptedReport, reports } from '@/e2e/fixtures/reports';
import { findingAnchor } from './finding-anchor';
import { lineNotes } from './line-note';

test('only lines that the verdict rests on are loud', () => {
  for (const report of reports)
    for (const { n } of report.sessions) {
      const decisive = [report.verdict, ...(report.verdict?.cases ?? [])]
        .flatMap((one) => one?.evidence ?? [])
        .flatMap((one) => (one.at === 'session' && one.n === n ? [one.line] : []));
      for (const [line, { loud }] of lineNotes(report, n))
        if (loud !== null) expect(decisive).toContain(line);
    }
});

test('the deciding line says how bad and whose, and leads to its finding', () => {
  const note = lineNotes(refusedReport, 1).get(19);
  expect(note).toMatchObject({ loud: 'bad', lead: 'Permanent, recipient’s side.' });
  expect(note?.findings[0]).toMatchObject({ anchor: 'finding-smtp.mailbox-unknown' });
});

test('without a verdict nothing is loud', () => {
  const notes = lineNotes({ ...refusedReport, verdict: null }, 1);
  expect([...notes.values()].filter(({ loud, lead }) => loud !== null || lead !== '')).toEqual([]);
  expect(notes.get(19)?.findings.length).toBeGreaterThan(0);
});

test('each finding has a place of its own', () => {
  const { findings } = acceptedReport;
  const twice = [...findings, ...findings.map((one) => ({ ...one, title: `${one.title}, again` }))];
  const anchors = twice.map((one) => findingAnchor(twice, one));
  expect(new Set(anchors).size).toBe(twice.length);
});
