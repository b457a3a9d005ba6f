import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refusedReport } from '@/e2e/fixtures/refused';
import { reports } from '@/e2e/fixtures/reports';
import type { Report } from '@/lib/report/report';
import { previewOf } from './preview';

const DRAWN = /^[\x20-\x7e“”’…–·]*$/u;

function saying(headline: string, about: Partial<Report['target']> = {}): Report {
  const { verdict, target } = refusedReport;
  return {
    ...refusedReport,
    target: { ...target, ...about },
    verdict: verdict && { ...verdict, headline },
  };
}

test('whatever was said, only what one font has is drawn, and not more than a card holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (said) => {
      const { title, headline, facts, boxes } = previewOf(
        saying(said, { domain: said, domainUnicode: said }),
      );
      for (const text of [headline, facts, title, ...boxes.map((box) => box.title)])
        expect(text).toMatch(DRAWN);
      expect(headline.length).toBeLessThanOrEqual(221);
    }),
  );
});

test.each([
  ['“<nobody@example.org> is unknown”', '“<…@example.org> is unknown”'],
  ['“550 nobody: unknown”', '“550 …: unknown”'],
  ['"550 nobody: unknown"', '"550 …: unknown"'],
  ['Nobody took it.', 'Nobody took it.'],
])('%s: without local parts', (headline, shown) => {
  expect(previewOf(saying(headline, { mailbox: 'nobody@example.org' })).headline).toBe(shown);
});

test('a domain is named as it goes on the wire', () => {
  const target = { domain: 'xn--bcher-kva.example', domainUnicode: 'bücher.example' };
  const { title, headline } = previewOf(saying('No server of bücher.example answers.', target));
  expect(title).toContain('xn--bcher-kva.example');
  expect(headline).toBe('No server of xn--bcher-kva.example answers.');
});

test('each says whose turn it is, and when it was seen', () => {
  expect(
    reports.map((report) => {
      const { title, tone, boxes, facts } = previewOf(report);
      return { title, tone, boxes: boxes.map(({ state }) => state).join(' '), facts };
    }),
  ).toMatchInlineSnapshot(`
    [
      {
        "boxes": "fine fine hit",
        "facts": "2026-11-23 08:14 UTC · 11 DNS queries · 4 SMTP sessions",
        "title": "Permanent refusal: northwind.example",
        "tone": "bad",
      },
      {
        "boxes": "fine fine ahead",
        "facts": "2026-11-23 08:14 UTC · 8 DNS queries · 3 SMTP sessions",
        "title": "Running: northwind.example",
        "tone": "unknown",
      },
      {
        "boxes": "fine fine hit",
        "facts": "2026-11-23 08:14 UTC · 3 DNS queries · 0 SMTP sessions",
        "title": "Permanent refusal: nowhere.example",
        "tone": "bad",
      },
      {
        "boxes": "fine fine fine",
        "facts": "2026-11-23 08:14 UTC · 11 DNS queries · 1 SMTP session",
        "title": "Accepted: backup.example",
        "tone": "good",
      },
    ]
  `);
});
