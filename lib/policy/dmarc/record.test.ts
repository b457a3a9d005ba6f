import { describe, expect, it } from 'vitest';
import { isDmarc, isWellFormed, parseDmarc, statedPolicy } from './record';

describe('what is no DMARC record', () => {
  it.each([
    '',
    'v=DMARC',
    'v=DMARC12; p=none',
    'v=dmarc1; p=none',
    'p=none; v=DMARC1',
    'v=DMARC1 p=none',
    'v=spf1 -all',
  ])('%j', (text) => {
    expect(isDmarc(text)).toBe(false);
  });
});

describe('a record with a fault: the default counts', () => {
  it.each([
    ['v=DMARC1; p=none; p=reject', 'p', 'repeated'],
    ['v=DMARC1; p=none; bogus', 'bogus', 'no-tag'],
    ['v=DMARC1; p=none; =x', '=x', 'no-tag'],
    ['v=DMARC1;; p=none', '', 'no-tag'],
    ['v=DMARC1; p=none; adkim=relaxed', 'adkim', 'bad-value'],
    ['v=DMARC1; p=none; fo=2', 'fo', 'bad-value'],
    ['v=DMARC1; p=none; pct=110', 'pct', 'bad-value'],
    ['v=DMARC1; p=none; rua=dmarc@example.org', 'rua', 'bad-value'],
    ['v=DMARC1; p=none; rua=mailto:nobody', 'rua', 'bad-value'],
    ['v=DMARC1; p=none; sp=monitor', 'sp', 'bad-value'],
    ['v=DMARC1; p=none; pct=50', 'pct', 'removed'],
    ['v=DMARC1; p=none; x=y', 'x', 'unknown'],
    ['v=DMARC1; sp=none; p=none', 'p', 'p-not-second'],
    ['v=DMARC1; rua=mailto:d@example.org', 'p', 'no-p'],
  ])('%s', (text, tag, what) => {
    const { faults } = parseDmarc(text);
    expect(faults).toContainEqual(expect.objectContaining({ tag, what }));
  });
});

describe('the policy that counts', () => {
  it.each([
    ['v=DMARC1; p=reject', 'reject'],
    ['v=DMARC1;p=Quarantine;', 'quarantine'],
    ['v=DMARC1; p=block', null],
    ['v=DMARC1', null],
    ['v=DMARC1; rua=mailto:d@example.org', 'none'],
    ['v=DMARC1; p=reject; sp=block; rua=mailto:d@example.org', 'none'],
    ['v=DMARC1; p=reject; np=block', null],
  ])('%s: %s', (text, policy) => {
    expect(statedPolicy(parseDmarc(text))).toBe(policy);
  });
});

it('reads addresses with their limits, and other schemes', () => {
  const text = 'v=DMARC1; p=none; rua=mailto:A@Example.org!10m, https://example.net/dmarc';
  expect(parseDmarc(text).rua).toEqual([
    { uri: 'mailto:A@Example.org', address: 'a@example.org', sizeLimit: '10m' },
    { uri: 'https://example.net/dmarc', address: null, sizeLimit: null },
  ]);
});

it('is well formed with white space wherever it may stand', () => {
  const text = 'V = DMARC1 ; P = reject ;\tSP=none; adkim=S; t = y ; psd=n; fo = d:s ;';
  expect(isDmarc(text)).toBe(true);
  expect(isWellFormed(parseDmarc(text))).toBe(true);
  expect(parseDmarc(text)).toMatchObject({ p: 'reject', sp: 'none', adkim: 's', isTest: true, psd: 'n' });
});
