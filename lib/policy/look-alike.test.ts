import { expect, test } from 'vitest';
import { correctedDmarc, isDmarcLookAlike } from './dmarc/look-alike';
import { correctedSpf, isSpfLookAlike } from './spf/look-alike';

test.each<[text: string, corrected: string]>([
  ['v=spf1; mx -all', 'v=spf1 mx -all'],
  ['v=spf1;mx;-all', 'v=spf1 mx -all'],
  ['v=spf1,include:a.example,~all', 'v=spf1 include:a.example ~all'],
  [' v=spf1 mx -all', 'v=spf1 mx -all'],
  ['"v=spf1 mx -all"', 'v=spf1 mx -all'],
  ['v = spf1 mx -all', 'v=spf1 mx -all'],
  ['v:spf1 mx -all', 'v=spf1 mx -all'],
  ['spf1 mx -all', 'v=spf1 mx -all'],
  ['v=spf mx -all', 'v=spf1 mx -all'],
  ['example.org. IN TXT v=spf1 mx -all', 'v=spf1 mx -all'],
  ['example.org. IN TXT "v=spf1 mx -all"', 'v=spf1 mx -all'],
  ['v=spf1\tmx -all', ''],
  ['v=spf1; oops', ''],
  ['v=spf1;', ''],
  ['\u00e2\u0080\u009cv=spf1 mx -all', ''],
])('SPF: %s', (text, corrected) => {
  expect(isSpfLookAlike(text)).toBe(true);
  expect(correctedSpf(text)).toBe(corrected);
});

test.each([
  'v=spf1 mx -all',
  'V=SPF1',
  'spf2.0/pra mx -all',
  'v=spf10 mx',
  'spf1',
  'v=DMARC1; p=none',
  'rev=spf1x',
  'google-site-verification=v2spf1',
  '',
])('no SPF, and nothing that wants to be: %s', (text) => expect(isSpfLookAlike(text)).toBe(false));

test.each<[text: string, corrected: string]>([
  ['v=DMARC1 p=reject', 'v=DMARC1; p=reject'],
  [
    'v=DMARC1, p=none, rua=mailto:a@b.example,mailto:c@d.example',
    'v=DMARC1; p=none; rua=mailto:a@b.example,mailto:c@d.example',
  ],
  ['v=dmarc1; p=none', 'v=DMARC1; p=none'],
  ['v=DMARC; p=quarantine; sp=none', 'v=DMARC1; p=quarantine; sp=none'],
  ['"v=DMARC1; p=none"', 'v=DMARC1; p=none'],
  ['dmarc1; p=none', 'v=DMARC1; p=none'],
  ['v=DMARC1 p=oops', ''],
  ['v=DMARC1 reject', ''],
  ['v=DMARC1:', ''],
])('DMARC: %s', (text, corrected) => {
  expect(isDmarcLookAlike(text)).toBe(true);
  expect(correctedDmarc(text)).toBe(corrected);
});

test.each(['v=DMARC1; p=none', 'v=DMARC1', 'v=DMARC10; p=none', 'v=spf1 -all', 'dmarc', ''])(
  'no DMARC look-alike: %s',
  (text) => expect(isDmarcLookAlike(text)).toBe(false),
);

test('64 kB of what goes on like the version take no time that shows', () => {
  for (const piece of ['v ', 'v= ', ' ', 'v=spf1;', 'p =', ' ,'])
    for (const text of [
      piece.repeat(65_536 / piece.length),
      `v=DMARC1 ${piece.repeat(900 / piece.length)}`,
    ]) {
      expect(typeof isSpfLookAlike(text)).toBe('boolean');
      expect(correctedDmarc(text)).toBe('');
    }
});
