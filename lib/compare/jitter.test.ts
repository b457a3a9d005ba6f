import { describe, expect, test } from 'vitest';
import { differInTime, withoutJitter } from './jitter';

describe('texts that are not alike', () => {
  test.each([
    ['mx1.example.org ESMTP', 'mx2.example.org ESMTP'],
    ['blocked 192.0.2.1', 'blocked 192.0.2.2'],
    ['blocked 2001:db8::1', 'blocked 2001:db8::2'],
    ['Mailbox full', 'User unknown'],
    ['ready', 'ready.'],
  ])('%s / %s', (a, b) => {
    expect(withoutJitter(a)).not.toBe(withoutJitter(b));
  });
});

describe('texts that are alike', () => {
  test.each([
    ['Greylisted, try again in 300 seconds', 'Greylisted, try again in 298 seconds'],
    [
      'mx.example ESMTP ready at Sun, 29 Nov 2026 20:33:33 +0000 [08DE]',
      'mx.example ESMTP ready at Mon, 30 Nov 2026 09:01:07 +0000 [17AB]',
    ],
    ['Sun Nov 29 20:33:33 2026 CET', 'Fri Jan 1 00:00:00 2027 UTC'],
    ['mx.google.com ESMTP 4fb4d7f45d1cf-5e4af8 - gsmtp', 'mx.google.com ESMTP a640c23a62f3a-ac5e - gsmtp'],
    ['expires in 12 days.', 'expires in 5 days.'],
  ])('%s / %s', (a, b) => {
    expect(withoutJitter(a)).toBe(withoutJitter(b));
  });

  test('by an id that is known', () => {
    expect(withoutJitter('Ok: queued as QWERTY', 'QWERTY')).toBe(withoutJitter('Ok: queued as ABC', 'ABC'));
  });
});

test.each([
  [0, 499, false],
  [0, 500, true],
  [100, 599, false],
  [300, 899, false],
  [300, 900, true],
  [5_000, 14_999, false],
  [5_000, 15_000, true],
  [12, 12, false],
])('%d ms and %d ms differ: %s', (a, b, expected) => {
  expect(differInTime(a, b)).toBe(expected);
  expect(differInTime(b, a)).toBe(expected);
});
