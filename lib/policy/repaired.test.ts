import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDmarc, isWellFormed, parseDmarc, statedPolicy } from './dmarc/record';
import { repairedDmarc, strictestDmarc } from './dmarc/repair';
import { mergedSpf } from './spf/merged';
import { parseSpf } from './spf/record';

describe('a DMARC record, repaired', () => {
  test.each<[string, string | null]>([
    ['v=DMARC1', null],
    ['v=DMARC1; p=block', null],
    ['v=DMARC1; p=block; rua=mailto:a@example.org', 'v=DMARC1; p=none; rua=mailto:a@example.org'],
    [
      'v=DMARC1; p=reject; sp=rejct; rua=mailto:a@example.org',
      'v=DMARC1; p=reject; rua=mailto:a@example.org',
    ],
    [
      'v=DMARC1; p=quarantine; adkim=relaxed; pct=50; ri=86400; rua=mailto:a@example.net',
      'v=DMARC1; p=quarantine; rua=mailto:a@example.net',
    ],
    ['v=DMARC1; p=reject; pct=0', 'v=DMARC1; p=reject; t=y'],
    ['v=DMARC1; p=reject; pct=100; aspf=s; aspf=r; fo=1', 'v=DMARC1; p=reject; aspf=s; fo=1'],
    [
      'v=DMARC1; p=reject; rua=mailto:a@example.org!10m, nobody',
      'v=DMARC1; p=reject; rua=mailto:a@example.org',
    ],
  ])('%s: %s', (text, expected) => expect(repairedDmarc(text)).toBe(expected));

  test('without what is milder for subdomains', () =>
    expect(repairedDmarc('v=DMARC1; p=reject; sp=none; np=reject', ['sp'])).toBe(
      'v=DMARC1; p=reject; np=reject',
    ));

  test('is well formed, has no tag of old, and the policy that there was', () => {
    const tag = fc.tuple(
      fc.constantFrom(
        'p',
        'sp',
        'np',
        't',
        'psd',
        'adkim',
        'aspf',
        'rua',
        'ruf',
        'fo',
        'pct',
        'ri',
        'rf',
        'x',
        '',
      ),
      fc.constantFrom(
        'none',
        'reject',
        'REJECT',
        's',
        'y',
        '0',
        '50',
        'mailto:a@b.example!1m,x',
        'mailto:a@b.example',
        '',
      ),
    );
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 8 }), (tags) => {
        const text = ['v=DMARC1', ...tags.map(([name, value]) => `${name}=${value}`)].join(';');
        const made = repairedDmarc(text);
        if (made === null) return statedPolicy(parseDmarc(text)) === null;
        const read = parseDmarc(made);
        return (
          isDmarc(made) &&
          isWellFormed(read) &&
          read.faults.length === 0 &&
          read.p === (parseDmarc(text).p ?? 'none')
        );
      }),
    );
  });
});

test.each<[string[], string | null]>([
  [[], null],
  [['v=DMARC1; p=block', 'v=DMARC1'], null],
  [['v=DMARC1; p=none; rua=mailto:a@example.org', 'v=DMARC1; p=reject'], 'v=DMARC1; p=reject'],
  [
    ['v=DMARC1; p=reject', 'v=DMARC1; p=reject; rua=mailto:a@example.org'],
    'v=DMARC1; p=reject; rua=mailto:a@example.org',
  ],
])('of several DMARC records %j the strictest stays: %s', (texts, expected) =>
  expect(strictestDmarc(texts)).toBe(expected),
);

test.each<[string[], string | null]>([
  [['v=spf1 mx -all', 'v=spf1 ipv4:192.0.2.1 -all'], null],
  [['v=spf1 mx -all', 'v=spf1 a mx -all'], 'v=spf1 mx a -all'],
  [['v=spf1 mx -all', 'v=spf1 include:a.example ~all'], 'v=spf1 mx include:a.example ~all'],
  [['v=spf1 mx', 'v=spf1 a -all'], 'v=spf1 mx a ~all'],
  [
    ['v=spf1 redirect=a.example', 'v=spf1 a exp=e.example -all'],
    'v=spf1 include:a.example a ~all exp=e.example',
  ],
  [['v=spf1 a +all redirect=b.example', 'v=spf1 mx -all'], 'v=spf1 a mx ~all'],
])('SPF records %j as one: %s', (texts, expected) => {
  const made = mergedSpf(texts);
  expect(made).toBe(expected);
  expect(made === null || parseSpf(made).ok).toBe(true);
});
