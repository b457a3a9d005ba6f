import { expect, test } from 'vitest';
import { ROOT } from '@/lib/dns/name';
import { dnssecCrypto } from '@/lib/net/dnssec-crypto';
import { parseTrustAnchors, ROOT_ANCHORS } from './anchors';
import { namedKeys } from './keys';
import { dnskeyOf } from './records';

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

/** The root's own keys, as Debian's dns-root-data has them. */
const ROOT_KEYS = [
  'AwEAAaz/tAm8yTn4Mfeh5eyI96WSVexTBAvkMgJzkKTOiW1vkIbzxeF3+/4RgWOq7HrxRixHlFlExOLAJr5emLvN' +
    '7SWXgnLh4+B5xQlNVz8Og8kvArMtNROxVQuCaSnIDdD5LKyWbRd2n9WGe2R8PzgCmr3EgVLrjyBxWezF0jLHwVN8' +
    'efS3rCj/EWgvIWgb9tarpVUDK/b58Da+sqqls3eNbuv7pr+eoZG+SrDK6nWeL3c6H5Apxz7LjVc1uTIdsIXxuOLY' +
    'A4/ilBmSVIzuDWfdRUfhHdY6+cn8HFRm+2hM8AnXGXws9555KrUB5qihylGa8subX2Nn6UwNR1AkUTV74bU=',
  'AwEAAa96jeuknZlaeSrvyAJj6ZHv28hhOKkx3rLGXVaC6rXTsDc449/cidltpkyGwCJNnOAlFNKF2jBosZBU5eeH' +
    'spaQWOmOElZsjICMQMC3aeHbGiShvZsx4wMYSjH8e7Vrhbu6irwCzVBApESjbUdpWWmEnhathWu1jo+siFUiRAAx' +
    'm9qyJNg/wOZqqzL/dL/q8PkcRU5oUKEpUge71M3ej2/7CPqpdVwuMoTvoB+ZOT4YeGyxMvHmbrxlFzGOHOijtzN+' +
    'u1TQNatX2XBuzZNQ1K+s2CXkPIZo7s6JgZyvaBevYtxPvYLw4z9mR7K2vaF18UYH9Z9GNUUeayffKC73PYc=',
];

test('the built-in ones name the keys of the root by their digests', () => {
  const named = namedKeys(ROOT, ROOT_ANCHORS, dnssecCrypto);
  const keys = ROOT_KEYS.flatMap(
    (key) => dnskeyOf({ name: '.', ttl: 0, type: 'DNSKEY', data: `257 3 8 ${key}` }) ?? [],
  );
  expect(keys.map(({ keyTag }) => keyTag)).toEqual([20326, 38696]);
  expect(named.map((one) => keys.map((key) => one.names(key)))).toEqual([
    [true, false],
    [false, true],
  ]);
});
