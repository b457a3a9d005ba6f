import { describe, expect, test } from 'vitest';
import type { TranscriptLine } from './session';
import { bannerName, ehloName } from './ehlo-name';

test.each([
  [null, null],
  ['', null],
  ['ESMTP ready', null],
  ['****************', null],
  ['MX1.Example.org ESMTP Postfix', 'mx1.example.org'],
  ['mx1.example.org. ready', 'mx1.example.org'],
])('greeting %j names %j', (banner, name) => {
  expect(bannerName({ banner })).toBe(name);
});

describe('the answer to EHLO', () => {
  const line = (text: string): TranscriptLine => ({
    seq: 1,
    at: 1,
    who: 'server',
    secure: false,
    text,
    stage: 'ehlo',
  });
  test.each([
    [[], null],
    [['250 ok'], null],
    [['502 5.5.1 Unknown', '250 mx.example.org'], 'mx.example.org'],
    [
      ['250-mx1.example.org', '250 SIZE 10', '250-MX2.example.org Hello', '250 PIPELINING'],
      'mx2.example.org',
    ],
  ])('%j names %j', (texts, name) => {
    expect(ehloName({ transcript: texts.map(line) })).toBe(name);
  });
});
