import { expect, test } from 'vitest';
import { sampleFolder } from './sample-folder';
import { domainOutcome, emailOutcome, envelopeVerdict, scoreEmailSyntax } from './score-syntax';

const EMAIL = { id: 'e', kind: 'address', input: 'a@example.org', source: 'isemail' };

test.each([
  [{ ...EMAIL, valid: true }, null],
  [{ ...EMAIL, source: 'flanker', valid: true }, null],
  [{ ...EMAIL, envelope_valid: null, source: 'mox@1' }, null],
  [{ ...EMAIL, envelope_valid: false, valid: true }, false],
  [{ ...EMAIL, source: 'mox@1', valid: true }, true],
  [{ ...EMAIL, source: 'jstedfast', valid: false }, false],
])('the verdict on SMTP of %j is %s', (row, verdict) => {
  expect(envelopeVerdict(row)).toBe(verdict);
});

test.each([
  ['address', 'a@@example.org', false],
  ['address', 'example.org', false],
  ['local-part', '', false],
  ['local-part', '\u0000', false],
  ['local-part', '"a.bc"', true],
  ['address', 'a@example.org', true],
  ['address', 'a@[192.0.2.1]', true],
])('%s %j is valid: %s', (kind, input, isValid) => {
  expect(emailOutcome({ ...EMAIL, kind, input }, isValid).points).toMatchObject([{ isRight: true }]);
  expect(emailOutcome({ ...EMAIL, kind, input }, !isValid).points).toMatchObject([{ isRight: false }]);
});

test('who judges by rules of their own has a line and no figure', () => {
  const folder = sampleFolder({
    'cases/cases.jsonl': [
      { ...EMAIL, envelope_valid: true },
      { ...EMAIL, source: 'flanker tests', valid: false },
      { id: 'x' },
    ],
  });
  expect(scoreEmailSyntax(folder)).toMatchObject({
    lines: [
      expect.stringMatching(/^row 3: /),
      'flanker, by rules of its own: the same verdict on 0 of 1, 0.',
    ],
    figures: { cases: 1, right: 1, valid: 1, unreadable: 1 },
  });
});

const DOMAIN = { id: 'd', kind: 'idna' as const };

test.each([
  ['a..b', 'a..b', '[A4_2]', true],
  ['example.org', 'example.org', '[V7]', false],
  ['Bücher.example', 'xn--bcher-kva.example', '[]', true],
  ['Bücher.example', 'xn--other-kva.example', '[]', false],
  ['EXAMPLE.org', '', '[]', true],
  ['a@example.org', '', '[]', false],
])('%j to %j %s: %s', (input, to_ascii, to_ascii_status, isRight) => {
  expect(domainOutcome({ ...DOMAIN, input, to_ascii, to_ascii_status }).points).toMatchObject([{ isRight }]);
});
