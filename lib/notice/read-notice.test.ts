import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMail } from '@/lib/mail/mail';
import { readNotice } from './read-notice';
import { readComplaint } from '@/lib/complaint/read-complaint';
import type { MailKind } from './notice';

const bounceIn = async (raw: Uint8Array) => readNotice(await readMail(raw));
const feedbackIn = async (raw: Uint8Array) => readComplaint(await readMail(raw));

const FIXTURES = 'e2e/fixtures/bounces/inputs';
const fixture = (name: string) => readFileSync(join(FIXTURES, `${name}.eml`));

const nested = (depth: number): string =>
  Array.from(
    { length: depth },
    (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
  ).join('');
const manyParts = (count: number): string =>
  `Content-Type: multipart/mixed; boundary=b\r\nSubject: x\r\n\r\n${'--b\r\nContent-Type: text/x-odd\r\n\r\nx\r\n'.repeat(count)}--b--\r\n`;

describe('what is no notice', () => {
  test.each<[string, string, MailKind]>([
    ['nothing', '', 'ordinary'],
    ['blank lines', '\r\n\r\n\n', 'ordinary'],
    ['NUL octets', '\0'.repeat(500), 'ordinary'],
    ['a header without a body', 'From: a@b.example\r\nSubject: x', 'ordinary'],
    ['a word', 'hello', 'ordinary'],
    ['1,000 levels', `Subject: x\r\n${nested(1000)}`, 'ordinary'],
    ['10,000 parts', manyParts(10_000), 'ordinary'],
    ['an endless header', `Subject: x\r\n${'X-A: b\r\n'.repeat(200_000)}`, 'ordinary'],
    ['a line of 25 MB', `Subject: x\r\n\r\n${'x'.repeat(25_000_000)}`, 'ordinary'],
    [
      '25 MB of base64',
      `Subject: x\r\nContent-Transfer-Encoding: base64\r\n\r\n${'eHh4'.repeat(6_250_000)}`,
      'ordinary',
    ],
    [
      'a list that speaks of a bounce',
      'From: a@b.example\nList-Id: <l.b.example>\nSubject: Undeliverable\n\nYour message to e@f.example could not be delivered.',
      'ordinary',
    ],
    [
      'a person who is greeted, with a bounce in the text',
      'From: a@b.example\nSubject: mail failure\n\nHi Anna,\nmy message to e@f.example was rejected: user unknown.',
      'ordinary',
    ],
    ['an endless line', `Subject: ${'x'.repeat(900_000)}`, 'ordinary'],
    [
      'a person who quotes an address',
      'From: a@b.example\nTo: c@d.example\nSubject: hi\n\nWrite to e@f.example.',
      'ordinary',
    ],
  ])('%s', async (_, mail, kind) => {
    const reading = await bounceIn(Buffer.from(mail));
    expect(reading).toMatchObject({ kind, recipients: [] });
  });

  test.each([
    ['1,000 levels', `Subject: x\r\n${nested(1000)}`, 'The MIME structure is broken or too deep'],
    ['10,000 parts', manyParts(10_000), 'The first 50 parts were read.'],
    ['more than a megabyte', `Subject: x\r\n\r\n${'x\r\n'.repeat(500_000)}`, 'The first 1 MB were read.'],
    ['short lines', `Subject: x\r\n\r\n${'\r\n'.repeat(30_000)}`, 'The first 6,000 lines were read.'],
  ])('%s: the limit is told', async (_, mail, said) => {
    const { limits } = await bounceIn(Buffer.from(mail));
    expect(limits.join(' ')).toContain(said);
  });
});

describe('what a notice states', () => {
  test('Postfix: stage, remote host, reporting host, queue id, the way of the message', async () => {
    const { recipients, reportingHost, returned, format } = await bounceIn(fixture('postfix'));
    expect(format).toBe('Postfix');
    expect(reportingHost).toBe('out.sender.example');
    expect(recipients[0]).toMatchObject({
      stage: 'rcpt',
      remote: { name: 'mx1.dest.example', address: '192.0.2.25' },
      meaning: { side: 'recipient', whoActs: 'sender' },
    });
    expect(returned).toMatchObject({ messageId: '<1@sender.example>', subject: 'Offer' });
    expect(returned?.hops).toEqual([
      {
        from: 'laptop.sender.example',
        by: 'out.sender.example',
        protocol: 'ESMTPSA',
        queueId: '4F2K1x0zzz',
        at: '2026-11-23T08:14:02.000Z',
        delaySeconds: null,
      },
    ]);
  });

  test('several recipients, each with its own reason and the address it was expanded from', async () => {
    const { recipients } = await bounceIn(fixture('postfix-two'));
    expect(
      recipients.map(({ address, originalAddress, stage }) => [address, originalAddress, stage]),
    ).toEqual([
      ['bob@dest.example', null, 'message'],
      ['carla@other.example', 'sales@sender.example', null],
    ]);
  });

  test('qmail: address of the server and stages in its own words', async () => {
    const { recipients } = await bounceIn(fixture('qmail'));
    expect(recipients[0]).toMatchObject({ stage: 'rcpt', remote: { name: null, address: '192.0.2.25' } });
    expect((await bounceIn(fixture('qmail-data'))).recipients[0]).toMatchObject({ stage: 'message' });
  });

  test('a delay: when it is given up', async () => {
    const { kind, recipients } = await bounceIn(fixture('postfix-delay'));
    expect(kind).toBe('delay');
    expect(recipients[0]).toMatchObject({
      action: 'delayed',
      willRetryUntil: 'Sat, 28 Nov 2026 08:14:02 +0000 (UTC)',
    });
  });

  test('delays between the hops of the returned message', async () => {
    const received = (by: string, at: string) =>
      `Received: from x.example by ${by}.example with ESMTP; ${at}\n`;
    const message = `${received('b', 'Mon, 23 Nov 2026 08:20:00 +0000')}${received('a', 'Mon, 23 Nov 2026 09:14:00 +0100')}Subject: x\n`;
    const mail = fixture('postfix')
      .toString()
      .replace(/Return-Path: <anna[\s\S]*Good morning\n/, message);
    const { returned } = await bounceIn(Buffer.from(mail));
    expect(returned?.hops.map(({ by, delaySeconds }) => [by, delaySeconds])).toEqual([
      ['a.example', null],
      ['b.example', 360],
    ]);
  });

  test('a notice attached to a mail that passes it on', async () => {
    const inner = fixture('postfix').toString();
    const mail = `From: a@b.example\nTo: c@d.example\nSubject: Fwd: look\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=OUT\n\n--OUT\nContent-Type: text/plain\n\nSee below.\n--OUT\nContent-Type: message/rfc822\n\n${inner}\n--OUT--\n`;
    expect(await bounceIn(Buffer.from(mail))).toMatchObject({
      kind: 'bounce',
      recipients: [{ address: 'bob@dest.example', status: '5.1.1' }],
    });
  });

  test('a notice inside the text of a mail that passes it on', async () => {
    const inner = `From: Mail System <MAILER-DAEMON@x.example>\nSubject: Undelivered\n\n<bob@dest.example>: host mx.dest.example[192.0.2.25] said: 550 5.1.1 unknown`;
    const mail = `From: a@b.example\nTo: c@d.example\nSubject: Fwd: Undelivered\n\nWhy?\n\n-------- Forwarded Message --------\n${inner}\n`;
    expect(await bounceIn(Buffer.from(mail))).toMatchObject({
      kind: 'bounce',
      recipients: [{ address: 'bob@dest.example', code: 550, remote: { address: '192.0.2.25' } }],
    });
  });

  test.each([
    ['a field of its delivery status', 'X-Postfix-Queue-ID: 4F2K1x0zzz', '', '4F2K1x0zzz'],
    ['a sentence', '', 'The message identifier is:     1XxYyZ-0001Ab-3C', '1XxYyZ-0001Ab-3C'],
    ['its own line on top of the message', '', '', '4Zq8d02kLz9x'],
  ])('the queue id of the server that wrote it: %s', async (_, field, sentence, id) => {
    const mail = `Return-Path: <>
From: MAILER-DAEMON@out.sender.example
Subject: failed
Content-Type: multipart/report; boundary=b

--b

${sentence}
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; out.sender.example
${field}

Final-Recipient: rfc822; bob@dest.example
Status: 5.1.1
--b
Content-Type: message/rfc822

Received: from a.example by out.sender.example (Postfix) with ESMTPSA id 4Zq8d02kLz9x; Mon, 23 Nov 2026 08:20:00 +0000
Received: from b.example by a.example with ESMTP id other; Mon, 23 Nov 2026 08:19:00 +0000
From: anna@sender.example
--b--
`;
    const { queueId, recipients } = await bounceIn(Buffer.from(mail));
    expect([queueId, recipients[0]?.queueId]).toEqual([id, null]);
    const passedOn = await bounceIn(
      Buffer.from(mail.replaceAll('out.sender', 'relay.sender').replace('by relay', 'by out')),
    );
    expect(passedOn.queueId).toBe(field === '' && sentence === '' ? null : id);
  });

  test.each([
    ['a name alone', 'jane.doe', 'jane.doe'],
    ['a name alone in brackets', '<jane>', 'jane'],
    ['a name with the type', 'local; jane', 'jane'],
    ['a type, and then nothing', 'rfc822', undefined],
    ['a type that breaks off', 'X400', undefined],
    ['words', 'see the text below', undefined],
    ['nothing', '', undefined],
  ])('Final-Recipient (RFC 3464 §2.3.2): %s', async (_, field, address) => {
    const mail = `Subject: Undelivered\nReturn-Path: <>\nContent-Type: multipart/report; boundary=b\n\n--b\n\nSorry.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.dest.example\n\nFinal-Recipient: ${field}\nAction: failed\nStatus: 5.1.1\n--b--\n`;
    expect((await bounceIn(Buffer.from(mail))).recipients[0]?.address).toBe(address);
  });

  test('the header of the returned message, up to the limits', async () => {
    const many = Array.from({ length: 150 }, (_, n) => `X-N${n}: ${'x'.repeat(n === 0 ? 3000 : 1)}\n`).join(
      '',
    );
    const mail = fixture('postfix').toString().replace('Return-Path: <anna', `${many}Return-Path: <anna`);
    const { returned } = await bounceIn(Buffer.from(mail));
    expect(returned?.fields).toHaveLength(100);
    expect(returned?.fields[0]?.value).toHaveLength(2_000);
    expect((await bounceIn(fixture('postfix'))).returned?.fields).toContainEqual({
      name: 'subject',
      value: 'Offer',
    });
  });

  test('more recipients than are read', async () => {
    const one = (n: number) =>
      `Final-Recipient: rfc822; user${n}@dest.example\nAction: failed\nStatus: 5.1.1\n`;
    for (const between of ['\n', '']) {
      const fields = Array.from({ length: 600 }, (_, n) => one(n)).join(between);
      const { recipients, limits } = await bounceIn(
        Buffer.from(`Subject: failure notice\nReturn-Path: <>\n\n${fields}`),
      );
      expect([recipients.length, limits]).toEqual([500, ['The first 500 recipients were read.']]);
    }
  });

  test.each(['delivered', 'relayed', 'expanded'])(
    'RFC 3464 §2.3.3: %s without a reply is accepted',
    async (action) => {
      const mail = `Subject: Delivery report\nReturn-Path: <>\n\nFinal-Recipient: rfc822; bob@dest.example\nAction: ${action}\nStatus: 2.0.0\n`;
      const { kind, recipients } = await bounceIn(Buffer.from(mail));
      expect(kind).toBe('delivered');
      expect(recipients[0]?.meaning).toMatchObject({
        category: 'accepted',
        permanence: null,
        whoActs: 'nobody',
      });
    },
  );

  test.each([
    ['postfix', 'Postfix'],
    ['opensmtpd', 'OpenSMTPD'],
    ['qmail', 'qmail'],
    ['exim-dsn', 'Exim'],
  ])('whose form it is: %s', async (name, format) => {
    expect((await bounceIn(fixture(name))).format).toBe(format);
  });

  test.each([
    ['list-bounces+bob=dest.example@lists.example', 'bob@dest.example'],
    ['bounce-17-bob.baker=dest.example@lists.example', 'bob.baker@dest.example'],
  ])('the recipient in the return path %s', async (to, recipient) => {
    const mail = `Return-Path: <>\nFrom: MAILER-DAEMON@x.example\nTo: ${to}\nSubject: Undelivered mail\n\nYour message could not be delivered.`;
    const { recipients } = await bounceIn(Buffer.from(mail));
    expect(recipients.map(({ address }) => address)).toEqual([recipient]);
  });

  test('markup and scripts stay words', async () => {
    const mail = `From: MAILER-DAEMON@x.example\nSubject: Undeliverable\nContent-Type: text/html\n\n<script>document.write('<img src=http://x.example/>')</script><p>Your message wasn't delivered to bob@dest.example because it is unknown.</p>`;
    const { recipients } = await bounceIn(Buffer.from(mail));
    expect(recipients[0]?.address).toBe('bob@dest.example');
    expect(JSON.stringify(recipients)).not.toContain('script');
  });
});

describe('all messages, cut at any place and with octets changed, are read without an error', () => {
  const folders = [FIXTURES, 'e2e/fixtures/feedback/inputs'];
  const all = folders.flatMap((folder) =>
    readdirSync(folder).map((name) => readFileSync(join(folder, name))),
  );
  test.each(all.map((bytes, n) => [n, bytes] as const))('message %i', async (_, bytes) => {
    const changes = fc.array(fc.tuple(fc.nat(bytes.length), fc.nat(255)), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), changes, async (end, changed) => {
        const cut = Uint8Array.from(bytes.subarray(0, end));
        for (const [at, octet] of changed) if (at < cut.length) cut[at] = octet;
        const { recipients } = await bounceIn(cut);
        for (const { address } of recipients) expect(address).not.toBe('');
        await feedbackIn(cut);
      }),
      { numRuns: 25 },
    );
  });
});
