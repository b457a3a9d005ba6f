import { expect, test } from 'vitest';
import { parseTrustAnchors, ROOT_ANCHORS } from './anchors';

test.each([
  ['', 'no DS or DNSKEY record in it'],
  ['; nothing\n', 'no DS or DNSKEY record in it'],
  ['. IN A 192.0.2.1', 'line 1: expected a DS or DNSKEY record'],
  ['\nexample.org. IN DS 1 8 2 AB', 'line 2: "example.org." is not the root'],
  ['. IN DS 1 8 2', 'line 1: no complete DS record'],
  ['. IN DS 1 8 2 XY', 'line 1: no complete DS record'],
  ['. IN DNSKEY 257 3 8 ***', 'line 1: no complete DNSKEY record'],
])('%j: %s', (text, problem) => {
  expect(parseTrustAnchors(text)).toEqual({ ok: false, problem });
});

test('both forms, with or without TTL and class, data in pieces', () => {
  const text = '. 172800 IN DS 1 8 2 ABCD EF01 ; comment\n.\tDNSKEY 257 3 8 AQID\n';
  expect(parseTrustAnchors(text)).toEqual({
    ok: true,
    value: [
      { type: 'DS', data: '1 8 2 ABCDEF01' },
      { type: 'DNSKEY', data: '257 3 8 AQID' },
    ],
  });
});

test('the built-in ones are of that form', () => {
  const text = ROOT_ANCHORS.map(({ type, data }) => `. IN ${type} ${data}`).join('\n');
  expect(parseTrustAnchors(text)).toEqual({ ok: true, value: ROOT_ANCHORS });
});
