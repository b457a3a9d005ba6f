import { expect, test } from 'vitest';
import { publicHops, readReceived } from './received';
import { readDate } from './written-date';

test.each([
  [''],
  ['yesterday'],
  ['Mon, 30 Feb 2026 10:00:00 +0000'],
  ['Mon, 23 Nov 2026 24:00:00 +0000'],
  ['Mon, 23 Nov 2026 10:60:00 +0000'],
  ['Mon, 23 Foo 2026 10:00:00 +0000'],
  ['Mon, 23 Nov 2026 10:00:00'],
  ['Mon, 23 Nov 2026 10:00:00 +9900'],
  ['\0Mon, 23 Nov 2026 10:00:00 +0000'],
])('RFC 5322 §3.3: %j is no date', (text) => {
  expect(readDate(text)).toBeNull();
});

test.each([
  ['Mon, 23 Nov 2026 10:00:00 +0200', '2026-11-23T08:00:00.000Z', '+0200'],
  [' 23  Nov 2026 10:00 -0530 (IST)', '2026-11-23T15:30:00.000Z', '-0530'],
  ['Mon, 23 Nov 26 10:00:00 GMT', '2026-11-23T10:00:00.000Z', 'GMT'],
  ['Mon, 23 Nov 98 10:00:00 EST', '1998-11-23T15:00:00.000Z', 'EST'],
  ['Mon, 23 Nov 2026 10:00:00.1234567 +0000 (UTC) (envelope-from a@b)', '2026-11-23T10:00:00.000Z', '+0000'],
])('RFC 5322 §3.3: %j', (text, iso, zone) => {
  expect(readDate(text)).toEqual({ at: Date.parse(iso), zone });
});

const NOTHING = { from: null, address: null, by: null, with: null, id: null, at: null, hasRecipient: false };

test.each([
  [''],
  ['\0'],
  ['nonsense'],
  ['(((((((('],
  [')))) ;;;; ))'],
  ['; Mon, 32 Nov 2026 10:00:00 +0000'],
  ['[1.2.3] ([999.1.1.1])'],
])('nothing is made of %j', (value) => {
  expect(readReceived([value]).hops).toMatchObject([NOTHING]);
});

test('numbers that are short for an address are none', () => {
  expect(readReceived(['from a (1) by b (2)']).hops).toMatchObject([{ address: null }]);
});

test.each([
  [
    'from mail.a.example (mail.a.example [192.0.2.1]) by mx.b.example (Postfix) with ESMTPS id 4Abc for <x@b.example>; Mon, 23 Nov 2026 10:00:00 +0100',
    {
      from: 'mail.a.example',
      reverseName: 'mail.a.example',
      address: '192.0.2.1',
      by: 'mx.b.example',
      with: 'ESMTPS',
      id: '4Abc',
      hasRecipient: true,
      isEncrypted: true,
      zone: '+0100',
    },
  ],
  [
    'from [10.0.0.1] (unknown [IPv6:2001:db8::1]) by mx with ESMTP; Mon, 23 Nov 2026 10:00:00 +0000',
    { from: '[10.0.0.1]', reverseName: null, address: '2001:db8::1', isEncrypted: false },
  ],
  [
    'from unknown (HELO a.example) (203.0.113.9) by 0 with SMTP; 23 Nov 2026 10:00:00 -0000',
    { from: 'unknown', address: '203.0.113.9' },
  ],
  ['(qmail 4711 invoked by uid 500); 23 Nov 2026 10:00:00 -0000', { from: null, by: null, zone: '-0000' }],
  [
    'from A.prod.outlook.com (2603:10a6:20b::1) by B.prod.outlook.com (2603:10a6:20b::2) with Microsoft SMTP Server (version=TLS1_2, cipher=X) id 15.20.1; Mon, 23 Nov 2026 10:00:00 +0000',
    { address: '2603:10a6:20b::1', with: 'Microsoft', isEncrypted: true, id: '15.20.1' },
  ],
  [
    'by 2002:a05:6a20::1 with SMTP id x; Mon, 23 Nov 2026 02:00:00 -0800 (PST)',
    { from: null, by: '2002:a05:6a20::1', address: null },
  ],
  [
    'from from.example ([192.0.2.7]) by by.example via TCP with id; ',
    { from: 'from.example', by: 'by.example', at: null, address: '192.0.2.7' },
  ],
])('RFC 5321 §4.4: %j', (value, hop) => {
  expect(readReceived([value]).hops).toMatchObject([hop]);
});

test('delays are counted from hop to hop, over one without a date, and below 0 where a clock goes wrong', () => {
  const at = (time: string) => `by mx; Mon, 23 Nov 2026 ${time}`;
  const newestFirst = [at('10:00:00 +0000'), at('11:00:30 +0100'), 'by mx', at('09:59:00 +0000')];
  expect(readReceived(newestFirst).hops.map(({ delaySeconds }) => delaySeconds)).toEqual([
    null,
    null,
    90,
    -30,
  ]);
});

test('of a thousand hops the newest hundred are read', () => {
  const { hops, unread } = readReceived(Array.from({ length: 1_000 }, (_, n) => `by mx${n}`));
  expect([hops.length, unread, hops.at(-1)?.by]).toEqual([100, 900, 'mx0']);
});

test.each([
  [['from a.example (a.example [10.0.0.1]) by b.example'], []],
  [['from a.example (a.example [127.0.0.1]) by b.example', 'by c.example'], []],
  [
    ['from x.b.example (x.b.example [8.8.4.4]) by y.b.example', 'from a.example ([8.8.8.8]) by x.b.example'],
    [0, 1],
  ],
  [
    ['from a.co.uk ([8.8.4.4]) by b.co.uk', 'from a.example ([8.8.8.8]) by a.co.uk'],
    [1, 0],
  ],
])('the newest hop between two organisations is asked about first: %j', (newestFirst, numbers) => {
  expect(publicHops(readReceived(newestFirst).hops)).toEqual(numbers);
});
