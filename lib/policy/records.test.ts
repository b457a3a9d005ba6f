import { describe, expect, it } from 'vitest';
import { parseBimi } from './bimi';
import { parseCaa } from './caa/record';
import { parseTlsa, tlsaFault } from './dane/tlsa';
import { parseDkimKey } from './dkim/key';
import { rsaBits } from './dkim/rsa-bits';
import { coversExchange, parseStsPolicy } from './mta-sts/policy';
import { parseStsRecord } from './mta-sts/record';
import { parseTlsRpt } from './tls-rpt';
import { textOfTxt } from './txt';
import type { Result } from '@/lib/result';

function problemOf(read: Result<unknown, unknown>): unknown {
  return read.ok ? null : read.problem;
}

describe('an MTA-STS record', () => {
  it.each([
    ['v=STSv1', 'no-id'],
    ['v=STSv1 id=1;', 'version'],
    ['v=STSv10; id=1', 'version'],
    ['V=STSv1; id=1', 'version'],
    ['v=STSv1; id=', 'bad-id'],
    ['v=STSv1; id=2026-11-30', 'bad-id'],
    [`v=STSv1; id=${'1'.repeat(33)}`, 'bad-id'],
    ['v=STSv1; id=1; oops', 'bad-field'],
    ['v=STSv1;; id=1', 'bad-field'],
    ['v=STSv1; id=1; later=yes;', null],
  ])('%s: %s', (text, problem) => {
    expect(problemOf(parseStsRecord(text))).toBe(problem);
  });
});

describe('an MTA-STS policy', () => {
  const POLICY = 'version: STSv1\nmode: enforce\nmx: mx.example.org\nmax_age: 86400\n';
  it.each([
    ['', 'version'],
    ['<html>not found</html>', 'field'],
    [POLICY.replace('STSv1', 'STSv2'), 'version'],
    [POLICY.replace('enforce', 'Enforce'), 'mode'],
    [POLICY.replace('mx: mx.example.org\n', ''), 'no-mx'],
    [POLICY.replace('mx.example.org', '*.*.example.org'), 'mx'],
    [POLICY.replace('mx.example.org', 'mx.example.org mx2.example.org'), 'mx'],
    [POLICY.replace('mx.example.org', 'mx.exämple.org'), 'mx'],
    [POLICY.replace('86400', '31557601'), 'max-age'],
    [POLICY.replace('86400', '1 day'), 'max-age'],
    [POLICY.replace('max_age', 'max age'), 'field'],
    [POLICY.replaceAll('\n', '\r\n'), null],
    ['version: STSv1\nmode: none\nmax_age: 0', null],
    [`${POLICY}mode: none\nlater: a b`, null],
  ])('%j: %s', (text, problem) => {
    const read = parseStsPolicy(text);
    expect(read.ok ? null : (read.problem[0]?.what ?? '')).toBe(problem);
  });

  it('tells every kind of fault, each by its first line', () => {
    const read = parseStsPolicy('version: STSv2\nmode: strict\nmx: *\nmx: *.\nno field\nnor this');
    expect(read.ok ? [] : read.problem).toEqual([
      { what: 'mx', line: 'mx: *' },
      { what: 'field', line: 'no field' },
      { what: 'version', line: 'STSv2' },
      { what: 'mode', line: 'strict' },
      { what: 'max-age', line: null },
    ]);
  });

  it.each([
    ['mx.example.org', ['mx.example.org'], true],
    ['MX.example.org', ['mx.EXAMPLE.org'], true],
    ['mx.example.org', ['*.example.org'], true],
    ['a.mx.example.org', ['*.example.org'], false],
    ['example.org', ['*.example.org'], false],
    ['mx.example.net', ['mx.example.org', '*.example.net'], true],
  ])('%s by %j: %s', (exchange, mx, isCovered) => {
    const policy = parseStsPolicy(
      `version: STSv1\nmode: testing\n${mx.map((one) => `mx: ${one}\n`).join('')}max_age: 1`,
    );
    if (!policy.ok) throw new Error(policy.problem[0]?.what);
    expect(coversExchange(policy.value, exchange)).toBe(isCovered);
  });
});

describe('a TLS-RPT record', () => {
  it.each([
    ['v=TLSRPTv2; rua=mailto:a@example.org', 'version'],
    ['v=TLSRPTv1;', 'no-rua'],
    ['v=TLSRPTv1; rua=', 'bad-rua'],
    ['v=TLSRPTv1; rua=a@example.org', 'bad-rua'],
    ['v=TLSRPTv1; rua=mailto:a@example.org;;', 'bad-field'],
    ['v=TLSRPTv1; rua=mailto:a@example.org, https://example.org/tls', null],
  ])('%s: %s', (text, problem) => {
    expect(problemOf(parseTlsRpt(text))).toBe(problem);
  });
});

describe('a BIMI record', () => {
  it.each([
    ['v=BIMI2; l=https://example.org/logo.svg', 'version'],
    ['v=BIMI1', 'no-logo'],
    ['v=BIMI1; l=http://example.org/logo.svg', 'bad-logo'],
    ['v=BIMI1; l=logo.svg', 'bad-logo'],
    ['v=BIMI1; l=https://example.org/logo.svg; a=self', 'bad-evidence'],
    ['v=BIMI1; l=;', null],
    ['v=BIMI1; l=https://example.org/logo.svg; a=https://example.org/vmc.pem', null],
  ])('%s: %s', (text, problem) => {
    expect(problemOf(parseBimi(text))).toBe(problem);
  });
});

describe('a DKIM key', () => {
  const ED25519 = '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';
  it.each([
    ['', 'no-key'],
    ['p=; v=DKIM1', 'version'],
    ['v=DKIM2; p=', 'version'],
    ['v=DKIM1; k=rsa', 'no-key'],
    ['v=DKIM1; p=; p=', 'repeated'],
    ['v=DKIM1; k=dsa; p=', 'unknown-type'],
    ['v=DKIM1; p=AAAA', 'bad-key'],
    ['v=DKIM1; p=not base64!', 'bad-key'],
    ['v=DKIM1; p=A', 'bad-key'],
    ['v=DKIM1; k=ed25519; p=AAAA', 'bad-key'],
    [`v=DKIM1; k=ed25519; s=tlsrpt; p=${ED25519}`, 'service'],
    [`v=DKIM1; k=ed25519; p=${ED25519}`, null],
    ['v=DKIM1; p=', null],
  ])('%s: %s', (text, problem) => {
    expect(problemOf(parseDkimKey(text, rsaBits))).toBe(problem);
  });

  it.each([
    // SubjectPublicKeyInfo, and the bare key, of 512 bits.
    [
      'MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAL37fRfmmm8HLLbhCJRrSwM2fEOnBmgVx6QBLMdpcgIwK9bXEhwOZBfS1FwIXDlZgmJCnWmOZk9kW8hKk5oWSMECAwEAAQ==',
      512,
    ],
    [
      'MEgCQQC9+30X5ppvByy24QiUa0sDNnxDpwZoFcekASzHaXICMCvW1xIcDmQX0tRcCFw5WYJiQp1pjmZPZFvISpOaFkjBAgMBAAE=',
      512,
    ],
  ])('counts its bits', (key, bits) => {
    const read = parseDkimKey(
      `v=DKIM1; k=rsa; t=y:s; h=sha256; p=${key.slice(0, 40)} ${key.slice(40)}`,
      rsaBits,
    );
    expect(read).toMatchObject({
      ok: true,
      value: { type: 'rsa', bits, flags: ['y', 's'], hashes: ['sha256'] },
    });
  });
});

describe('a TLSA record', () => {
  const SHA256 = 'ab'.repeat(32);
  it.each([
    ['', 'unreadable'],
    ['3 1 1', 'unreadable'],
    ['3 1 1 xyz', 'unreadable'],
    [`0 0 1 ${SHA256}`, 'pkix-usage'],
    [`1 1 1 ${SHA256}`, 'pkix-usage'],
    [`4 1 1 ${SHA256}`, 'unknown-usage'],
    [`3 2 1 ${SHA256}`, 'unknown-selector'],
    [`3 1 3 ${SHA256}`, 'unknown-matching'],
    [`3 1 1 ${SHA256}ab`, 'bad-length'],
    [`3 1 2 ${SHA256}`, 'bad-length'],
    [`3 1 1 ${SHA256}`, null],
    [`2 0 1 ${SHA256.slice(0, 40)} ${SHA256.slice(40)}`, null],
    ['3 0 0 3082', null],
  ])('%s: %s', (data, fault) => {
    expect(tlsaFault(parseTlsa(data))).toBe(fault);
  });
});

describe('a CAA record', () => {
  it.each([
    ['', null],
    ['0 issue letsencrypt.org', null],
    ['0 issue "letsencrypt.org"', { isCritical: false, tag: 'issue', value: 'letsencrypt.org' }],
    ['128 IssueWild ";"', { isCritical: true, tag: 'issuewild', value: ';' }],
  ])('%s', (data, record) => {
    expect(parseCaa(data)).toEqual(record);
  });
});

it('the strings of a TXT record are one text, escapes and all', () => {
  expect(textOfTxt('"v=spf1 " "ip4:192.0.2.1" " \\"x\\" \\195\\164"')).toBe('v=spf1 ip4:192.0.2.1 "x" Ã¤');
});
