import { expect, test } from 'vitest';
import { keyName, readSignature } from './signature';

const GOOD = 'v=1; a=rsa-sha256; d=example.org; s=s1; h=from:to; bh=AAAA; b=BBBB';
const field = (value: string) => ({ name: 'dkim-signature', text: `DKIM-Signature: ${value}` });
const without = (tag: string) =>
  GOOD.split('; ')
    .filter((one) => !one.startsWith(`${tag}=`))
    .join('; ');

test.each([
  ['', 'missing-tag', 'v'],
  ['nonsense', 'syntax', 'nonsense'],
  ['\0=1; v=1', 'syntax', '\0=1'],
  [`${GOOD};;`, 'syntax', ''],
  [`${GOOD}; 1x=y`, 'syntax', '1x=y'],
  [`${GOOD}; b=CCCC`, 'repeated-tag', 'b'],
  [without('bh'), 'missing-tag', 'bh'],
  [without('h'), 'missing-tag', 'h'],
  [GOOD.replace('d=example.org', 'd='), 'missing-tag', 'd'],
  [GOOD.replace('v=1', 'v=2'), 'version', '2'],
  [GOOD.replace('rsa-sha256', 'rsa-md5'), 'unknown-algorithm', 'rsa-md5'],
  [`${GOOD}; c=relaxed/nofws`, 'unknown-canonicalization', 'relaxed/nofws'],
  [`${GOOD}; q=finger`, 'query-method', 'finger'],
  [GOOD.replace('example.org', 'ex ample.org'), 'bad-domain', 'ex ample.org'],
  [GOOD.replace('example.org', `${'a'.repeat(64)}.org`), 'bad-domain', `${'a'.repeat(64)}.org`],
  [GOOD.replace('s=s1', 's=s..1'), 'bad-selector', 's..1'],
  [`${GOOD}; i=user@example.net`, 'identity-mismatch', 'user@example.net'],
  [`${GOOD}; i=user@badexample.org`, 'identity-mismatch', 'user@badexample.org'],
  [`${GOOD}; i=example.org`, 'identity-mismatch', 'example.org'],
  [GOOD.replace('from:to', 'to:subject'), 'from-unsigned', 'to:subject'],
  [`${GOOD}; l=-1`, 'bad-number', 'l=-1'],
  [`${GOOD}; t=now`, 'bad-number', 't=now'],
  [`${GOOD}; t=200; x=100`, 'bad-expiry', '100'],
  [GOOD.replace('BBBB', 'B*B'), 'bad-base64', 'b'],
  [GOOD.replace('AAAA', '(A)'), 'bad-base64', 'bh'],
])('RFC 6376 §3.5: %j: %s', (value, reason, detail) => {
  expect(readSignature('dkim', field(value)).fault).toEqual({ reason, detail });
});

test.each([
  [GOOD],
  [`${GOOD}; i=user@mail.example.org`],
  [`${GOOD}; i=@EXAMPLE.org`],
  [`${GOOD};`],
  [`${GOOD}; zz=unknown`],
  [GOOD.replaceAll('; ', '\r\n\t;\r\n ').replaceAll('=', ' = ')],
  [GOOD.replace('BBBB', 'BB\r\n BB')],
])('%j is one', (value) => {
  const read = readSignature('dkim', field(value));
  expect(read).toMatchObject({ fault: null, domain: 'example.org', selector: 's1', signed: ['from', 'to'] });
  expect(read.signature).toBe('BBBB');
  expect(keyName(read)).toBe('s1._domainkey.example.org');
});

test.each([
  ['arc-message', without('v'), 'missing-tag', 'i'],
  ['arc-seal', 'i=1; a=rsa-sha256; d=a.example; s=s; b=AAAA', 'missing-tag', 'cv'],
  ['arc-seal', 'i=1; a=rsa-sha256; cv=none; d=a.example; s=s; b=', 'missing-tag', 'b'],
] as const)('RFC 8617 §4.1: %s %j: %s', (kind, value, reason, detail) => {
  expect(readSignature(kind, field(value)).fault).toEqual({ reason, detail });
});
