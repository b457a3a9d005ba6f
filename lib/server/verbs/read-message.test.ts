import { afterAll, expect, test } from 'vitest';
import { DKIM_KEY, dkimSigned } from '@/e2e/fixtures/dkim-signed';
import { type FakeZone, fakeLookUp } from '@/lib/policy/fake-zone';
import { createKeptResults } from '../engine/kept-results';
import { createMemoryQuota } from '../engine/memory-quota';
import { openRooms } from '../engine/rooms';
import { createMessageVerifier } from '../engine/message-verifier/message-verifier';
import type { Services } from '../engine/services';
import { shared } from '../engine/thread/shared-memory';
import { messageVerdict } from '@/lib/show/message-words';
import { findMessage, readMessage } from './read-message';

/** Far above what a busy machine needs to start a thread. */
const PATIENT = { timeout: 60_000 };

const messageVerifier = createMessageVerifier(undefined, 30_000);
afterAll(() => messageVerifier.close());

const ZONE: FakeZone = {
  's1._domainkey.example.org TXT': [`v=DKIM1; p=${DKIM_KEY}`],
  '_dmarc.example.org TXT': ['v=DMARC1; p=reject'],
  'bounce.example.org TXT': ['v=spf1 ip4:8.8.4.4 -all'],
  'esp.example TXT': ['v=spf1 ip4:8.8.4.4 -all'],
  '4.4.8.8.in-addr.arpa PTR': ['out.example.org.'],
  'out.example.org A': ['8.8.4.4'],
};

const WAY = [
  'Received: from inside.dest.example (inside.dest.example [10.0.0.7]) by store.dest.example with LMTP; Mon, 23 Nov 2026 10:00:09 +0000',
  'Received: from out.example.org (out.example.org [8.8.4.4]) by mx.dest.example with ESMTPS id 1; Mon, 23 Nov 2026 10:00:05 +0000',
];
const MAIL = [
  'From: Anna <anna@example.org>',
  'Subject: Hi',
  'List-Unsubscribe: <https://example.org/u>',
  'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  '',
  'Hello',
  '',
].join('\r\n');

const signed = (domain = 'example.org') => dkimSigned(MAIL, domain);

const arrived = (mail: string, mailFrom = 'x@bounce.example.org') =>
  [`Return-Path: <${mailFrom}>`, ...WAY, mail].join('\r\n');

let callers = 0;

async function read(mail: string | Uint8Array, zone: FakeZone = ZONE) {
  const asked: string[] = [];
  const messageViews = createKeptResults();
  // Sound: the verb takes nothing else of them.
  const services = {
    messageVerifier,
    messageViews,
    rooms: openRooms(),
    quotas: {
      readMessages: createMemoryQuota({ most: 8, code: 'too-many-reports', what: 'messages' }),
    } as Services['quotas'],
    policyLookups: () => ({
      lookUp: fakeLookUp(zone, asked),
      questions: () => [],
      queries: () => asked.length,
      isCutShort: () => false,
    }),
  } as Partial<Services> as Services;
  const caller = {
    who: null,
    account: null,
    rights: ['start-checks' as const, 'explain' as const],
    ip: `192.0.2.${++callers}`,
  };
  const view = await readMessage(caller, { arrive: () => shared([Buffer.from(mail)]) }, services);
  const id = new URLSearchParams(view.url.split('?')[1]).get('result') ?? '';
  return { view, asked, kept: await findMessage(caller, { id }, services) };
}

test.each([
  ['empty', ''],
  ['empty', '\r\n \r\n'.replace(' ', '')],
  ['no-header', 'Hello, this is the text of a message.'],
  ['no-header', '\0\0\0\0'],
  ['no-header', Uint8Array.from({ length: 10_000 }, (_, n) => (n * 7919) % 251)],
  ['header-too-large', `From: ${'a'.repeat(10_000_000)}`],
  ['header-too-many-lines', `From: a@b.example\n${' \n'.repeat(20_000)}`],
])('what is no message is told: %s', PATIENT, async (reason, mail) => {
  await expect(read(mail)).rejects.toMatchObject({ code: 'request-invalid', fields: { reason } });
});

test(
  'ten megabytes in one line, in blank lines, and a thousand parts in each other are read in time',
  PATIENT,
  async () => {
    const bomb = (depth: number): string =>
      Array.from(
        { length: depth },
        (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
      ).join('');
    for (const body of ['x'.repeat(10_000_000), '\r\n'.repeat(5_000_000), bomb(1_000)]) {
      const { view } = await read((await signed()).replace('Hello', body));
      expect(view.dkim).toMatchObject([{ reason: 'body-differs' }]);
    }
  },
);

test('what takes too much memory is told', PATIENT, async () => {
  const mail = (await signed()).replace('Hello', ' \t\n'.repeat(3_000_000));
  await expect(read(mail)).rejects.toMatchObject({ code: 'too-large', fields: { reason: 'too-much' } });
});

test('a message of many signatures costs no more questions than its limit', PATIENT, async () => {
  const field = (n: number) =>
    `DKIM-Signature: v=1; a=rsa-sha256; d=d${n}.example; s=s; h=from; bh=AAAA; b=AAAA\r\n`;
  const seal = (n: number) =>
    `ARC-Seal: i=${(n % 50) + 1}; a=rsa-sha256; cv=none; d=a${n}.example; s=s; b=AAAA\r\n`;
  const many = Array.from({ length: 1_000 }, (_, n) => field(n) + seal(n)).join('');
  const { view, asked } = await read(many + MAIL);
  expect(view).toMatchObject({ unverified: 990, arc: { cv: 'fail', reason: 'too-many-sets' } });
  expect(asked.filter((one) => one.includes('_domainkey'))).toHaveLength(20);
});

test.each([
  ['No From', MAIL.replace('From:', 'X-From:'), 'no-field'],
  ['two of them', `From: b@example.net\r\n${MAIL}`, 'several-fields'],
  ['an empty one', MAIL.replace('Anna <anna@example.org>', ''), 'no-address'],
  ['two domains', MAIL.replace('Anna <anna@example.org>', 'a@a.example, b@b.example'), 'several-domains'],
  ['a domain that is none', MAIL.replace('anna@example.org', 'anna@-.example'), 'bad-domain'],
])('From decides which domain is asked about: %s', PATIENT, async (_, mail, fromFault) => {
  const { view } = await read(mail);
  expect(view).toMatchObject({ fromFault });
  expect(view.ways[0]?.rules.find(({ code }) => code === 'from')).toMatchObject({ state: 'failed' });
});

test('a name in UTF-8 is asked for in A-labels', PATIENT, async () => {
  const { asked, view } = await read(MAIL.replace('anna@example.org', 'änna@bücher.example'));
  expect(view.from).toBe('Anna <änna@bücher.example>');
  expect(asked).toContain('_dmarc.xn--bcher-kva.example TXT');
});

test('one that is in order passes everywhere, and is kept for its page alone', PATIENT, async () => {
  const { view, kept } = await read(arrived(await signed()));
  const [way] = view.ways;
  expect(view).toMatchObject({
    mailFrom: 'x@bounce.example.org',
    hops: [
      { address: '8.8.4.4', delaySeconds: null },
      { address: '10.0.0.7', delaySeconds: 4 },
    ],
    dkim: [{ result: 'pass', domain: 'example.org' }],
    arc: { cv: 'none' },
  });
  expect(way).toMatchObject({
    hop: 0,
    spf: { result: 'pass', domain: 'bounce.example.org' },
    reverse: { names: [{ name: 'out.example.org', isConfirmed: true }] },
    dmarc: { result: 'pass', policy: 'reject', from: 'example.org' },
    outlook: [],
  });
  expect(way?.rules.map(({ code, state }) => [code, state])).toEqual(
    ['spf', 'dkim', 'dmarc-record', 'alignment', 'reverse-name', 'tls', 'unsubscribe', 'from'].map((code) => [
      code,
      'met',
    ]),
  );
  expect(kept).toEqual(Object.fromEntries(Object.entries(view).filter(([name]) => name !== 'url')));
});

test(
  '"550 5.7.515 although all looks right": both pass, and neither is of the domain in From',
  PATIENT,
  async () => {
    const zone = { ...ZONE, 's1._domainkey.esp.example TXT': [`v=DKIM1; p=${DKIM_KEY}`] };
    const { view } = await read(arrived(await signed('esp.example'), 'x@esp.example'), zone);
    expect(view.ways[0]).toMatchObject({
      spf: { result: 'pass' },
      dmarc: { result: 'fail', applied: 'reject' },
      outlook: ['not-aligned'],
    });
  },
);

test.each([
  ['SPF alone', ['dkim'], () => arrived(MAIL)],
  ['DKIM alone', ['one-aligned'], async () => arrived(await signed(), 'x@esp.example')],
  ['DKIM, from elsewhere', ['spf'], async () => arrived(await signed()).replaceAll('8.8.4.4', '8.8.8.8')],
] as [string, string[], () => string | Promise<string>][])(
  'what Microsoft may say of %s',
  PATIENT,
  async (_, outlook, mail) => {
    expect((await read(await mail())).view.ways[0]).toMatchObject({ dmarc: { result: 'pass' }, outlook });
  },
);

test('without Return-Path or a public address nothing is said of SPF', PATIENT, async () => {
  for (const mail of [[...WAY, MAIL].join('\r\n'), `Return-Path: <x@bounce.example.org>\r\n${MAIL}`]) {
    const { view } = await read(mail);
    expect(view.ways[0]?.spf).toBeNull();
    expect(view.ways[0]).toMatchObject({ dmarc: { result: 'unknown' }, outlook: ['dkim'] });
    expect(view.ways[0]?.rules[0]).toMatchObject({ code: 'spf', state: 'unknown' });
  }
});

test('a key that no name server answers about is no failure of DMARC', PATIENT, async () => {
  const zone: FakeZone = { ...ZONE, 's1._domainkey.example.org TXT': 'failed' };
  const { view } = await read(arrived(await signed(), 'x@esp.example'), zone);
  expect(view.ways[0]).toMatchObject({ dmarc: { result: 'temperror' }, outlook: [] });
  const [way] = view.ways;
  expect(way && messageVerdict(view, way).title).toMatch(
    /^DMARC is not known: the DKIM signature of example\.org could not be verified\. /,
  );
});

test('RFC 7208 §2.4: of an empty envelope sender the name of HELO is asked about', PATIENT, async () => {
  const { view } = await read(arrived(MAIL, ''), { ...ZONE, 'out.example.org TXT': ['v=spf1 a -all'] });
  expect(view.ways[0]?.spf).toMatchObject({ identity: 'helo', domain: 'out.example.org', result: 'pass' });
});
