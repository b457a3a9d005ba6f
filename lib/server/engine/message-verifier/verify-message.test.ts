import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import { sealMessage } from 'mailauth/lib/arc/index.js';
import { expect, test } from 'vitest';
import type { KeyAnswers } from '@/lib/message/key-of';
import { namesNeeded } from '@/lib/message/names-needed';
import { readWhole } from '@/lib/message/whole-message';
import { verifyMessage } from './verify-message';

const NOW_SECONDS = 1_790_000_000;
const SIGNED_AT = new Date(1_780_000_000_000);
const NAME = 's1._domainkey.example.org';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const SHORT = generateKeyPairSync('rsa', { modulusLength: 512 });
const OTHER = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ED = generateKeyPairSync('ed25519');

const PLAIN =
  'From: Anna <anna@example.org>\r\nTo: ben@dest.example\r\nSubject: Hi\r\n\r\nHello  there \r\n\r\n';
const base64 = (key: KeyObject) => key.export({ type: 'spki', format: 'der' }).toString('base64');
const KEY = `v=DKIM1; k=rsa; p=${base64(publicKey)}`;
const ED_KEY = `v=DKIM1; k=ed25519; p=${ED.publicKey.export({ format: 'jwk' }).x?.replaceAll('-', '+').replaceAll('_', '/')}=`;

interface Options {
  canonicalization?: string;
  algorithm?: string;
  key?: KeyObject;
  expires?: Date;
  maxBodyLength?: number;
}

/** What the library signs, which is other code than what verifies. */
async function signed(mail: string, options: Options = {}): Promise<string> {
  const { canonicalization = 'relaxed/relaxed' } = options;
  const signature = {
    signingDomain: 'example.org',
    selector: 's1',
    privateKey: (options.key ?? privateKey).export({ type: 'pkcs8', format: 'pem' }) as string,
    canonicalization,
    algorithm: options.algorithm ?? 'rsa-sha256',
    signTime: SIGNED_AT,
    ...(options.expires === undefined ? {} : { expires: options.expires }),
    ...(options.maxBodyLength === undefined ? {} : { maxBodyLength: options.maxBodyLength }),
  };
  const { signatures, errors } = await dkimSign(Buffer.from(mail), {
    ...signature,
    signatureData: [signature],
  });
  if (errors.length > 0) throw new Error(JSON.stringify(errors.map(String)));
  return signatures + mail;
}

function verified(mail: string | Buffer, answers: KeyAnswers | string = KEY) {
  const message = readWhole(Buffer.from(mail));
  if (!message.ok) throw new Error(message.problem);
  const known =
    typeof answers === 'string'
      ? Object.fromEntries(
          namesNeeded(message.value).map((name) => [
            name,
            { kind: 'answer' as const, data: [`"${answers}"`] },
          ]),
        )
      : answers;
  return verifyMessage(message.value, { answers: known, nowSeconds: NOW_SECONDS });
}

const failed = { kind: 'failed', data: [] } as const;
const none = { kind: 'nxdomain', data: [] } as const;

test.each([
  ['key-not-asked', 'temperror', {}],
  ['key-no-answer', 'temperror', { [NAME]: failed }],
  ['key-not-found', 'permerror', { [NAME]: none }],
  ['key-revoked', 'permerror', 'v=DKIM1; p='],
  ['key-unreadable', 'permerror', 'v=DKIM1; p=AAAA'],
  ['key-unreadable', 'permerror', 'v=spf1 -all'],
  ['key-not-for-mail', 'permerror', `${KEY}; s=other`],
  ['key-other-hash', 'permerror', `${KEY}; h=sha1`],
  ['key-other-type', 'permerror', ED_KEY],
  ['signature-differs', 'fail', `v=DKIM1; p=${base64(OTHER.publicKey)}`],
] as const)('a key that does not do: %s', async (reason, result, answers) => {
  expect(verified(await signed(PLAIN), answers).dkim).toMatchObject([{ reason, result }]);
});

test.each([
  ['body-differs', (mail: string) => mail.replace('Hello', 'Hallo')],
  ['body-differs', (mail: string) => `${mail}-- \r\nlist\r\n`],
  ['signature-differs', (mail: string) => mail.replace('Subject: Hi', 'Subject: [list] Hi')],
  ['signature-differs', (mail: string) => mail.replace('From: Anna', 'From: Eve')],
] as const)('changed on its way: %s', async (reason, change) => {
  expect(verified(change(await signed(PLAIN))).dkim).toMatchObject([{ reason, result: 'fail' }]);
});

test('RFC 6376 §3.5: an expired signature does not count', async () => {
  const mail = await signed(PLAIN, { expires: new Date(1_785_000_000_000) });
  expect(verified(mail).dkim).toMatchObject([
    { result: 'policy', reason: 'expired', expiresAt: '2026-07-25T17:20:00.000Z' },
  ]);
});

test.each([
  ['rsa-sha1', privateKey, KEY, 'algorithm-forbidden', 2048],
  ['rsa-sha256', SHORT.privateKey, `p=${base64(SHORT.publicKey)}`, 'key-too-short', 512],
])('RFC 8301: %s that verifies is not to count: %s', async (algorithm, key, record, reason, keyBits) => {
  const mail = await signed(PLAIN, { algorithm, key });
  expect(verified(mail, record).dkim).toMatchObject([{ result: 'policy', reason, keyBits }]);
});

test.each([
  ['simple/simple', {}],
  ['simple/relaxed', {}],
  ['relaxed/simple', {}],
  ['relaxed/relaxed', {}],
  ['relaxed/relaxed', { algorithm: 'ed25519-sha256', key: ED.privateKey }],
] as const)('what is as it was signed passes: %s %j', async (canonicalization, options) => {
  const mail = await signed(PLAIN, { canonicalization, ...options });
  expect(verified(mail, 'key' in options ? ED_KEY : KEY).dkim).toMatchObject([
    { result: 'pass', reason: null, domain: 'example.org', canonicalization, unsignedOctets: 0 },
  ]);
});

test('RFC 6376 §3.4.2: spaces and folds count for nothing in the relaxed form', async () => {
  const folded = (await signed(PLAIN)).replace('To: ben@dest.example', 'to:\r\n\t ben@dest.example ');
  expect(verified(folded).dkim).toMatchObject([{ result: 'pass' }]);
});

test('a letter of UTF-8 that ends with the octet A0 is no white space', () => {
  const bodyHash = createHash('sha256').update('x\r\n').digest('base64');
  const field = `v=1; a=rsa-sha256; c=relaxed; d=example.org; s=s1; h=from:subject; bh=${bodyHash}; b=`;
  const octets = Buffer.from(`from:a@example.org\r\nsubject:voil\u00e0 \u00e0 x\r\ndkim-signature:${field}`);
  const value = sign('sha256', octets, privateKey).toString('base64');
  const mail = `DKIM-Signature: ${field}${value}\r\nFrom: a@example.org\r\nSubject: voil\u00e0  \u00e0 x\r\n\r\nx\r\n`;
  expect(verified(mail).dkim).toMatchObject([{ result: 'pass' }]);
});

test('RFC 6376 §8.2: what stands behind the signed length is told', async () => {
  const mail = await signed(PLAIN, { maxBodyLength: 5 });
  expect(verified(`${mail}Buy now\r\n`).dkim).toMatchObject([
    { result: 'pass', length: 5, unsignedOctets: 17 },
  ]);
  expect(verified(mail.replace(/l=5;/, 'l=500;')).dkim).toMatchObject([{ reason: 'body-shorter' }]);
});

test('of a thousand signatures the first ten are verified', async () => {
  const mail = await signed(PLAIN);
  const field = mail.slice(0, mail.indexOf('From:'));
  const { dkim, unverified } = verified(field.repeat(1_000) + PLAIN);
  expect(dkim.map(({ result }) => result)).toEqual(Array.from({ length: 10 }, () => 'pass'));
  expect(unverified).toBe(990);
});

async function sealed(mail: string): Promise<string> {
  const seal = {
    signingDomain: 'list.example',
    selector: 's1',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    authResults: 'list.example; dkim=pass',
    cv: 'none' as const,
  };
  return (await sealMessage(Buffer.from(mail), seal)).toString() + mail;
}

test.each([
  ['none', null, () => PLAIN],
  ['fail', 'message-signature', async () => (await sealed(PLAIN)).replace('Hello', 'Hallo')],
  ['fail', 'seal', async () => (await sealed(PLAIN)).replace('dkim=pass', 'dkim=fail')],
  ['fail', 'field-missing', async () => (await sealed(PLAIN)).replace('ARC-Seal:', 'X-ARC-Seal:')],
  ['fail', 'cv-not-allowed', async () => (await sealed(PLAIN)).replace('cv=none', 'cv=pass')],
  ['fail', 'cv-fail', async () => (await sealed(PLAIN)).replace('cv=none', 'cv=fail')],
  ['fail', 'set-missing', async () => (await sealed(PLAIN)).replaceAll(/i=1/g, 'i=2')],
  ['fail', 'bad-instance', async () => (await sealed(PLAIN)).replaceAll(/i=1/g, 'i=51')],
  ['fail', 'field-repeated', async () => `ARC-Seal: i=1; cv=none\r\n${await sealed(PLAIN)}`],
  ['pass', null, () => sealed(PLAIN)],
] as [string, string | null, () => string | Promise<string>][])(
  'RFC 8617 §5.2: a chain that comes to %s: %s',
  async (cv, reason, mail) => {
    expect(verified(await mail()).arc).toMatchObject({ cv, reason });
  },
);
