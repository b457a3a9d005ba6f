import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeMessage, messageDate, type MessageParts, newMessageId, stuffedLines } from './message';

const PARTS: MessageParts = {
  from: 'me@contoso.example',
  to: 'user@example.org',
  helo: 'mail.contoso.example',
  subject: 'Delivery test',
  body: 'Hello\n.\nend',
  date: 'Mon, 23 Nov 2026 08:14:07 +0000',
  messageId: 'x.yy@mail.contoso.example',
};

const headerOf = (message: string, name: string) =>
  new RegExp(`^${name}: (.*(?:\r\n .*)*)`, 'm').exec(message)?.[1];

test('RFC 5322 §3.6: the whole message', () => {
  expect(composeMessage(PARTS).split('\r\n')).toEqual([
    'Date: Mon, 23 Nov 2026 08:14:07 +0000',
    'Message-ID: <x.yy@mail.contoso.example>',
    'From: <me@contoso.example>',
    'To: <user@example.org>',
    'Subject: Delivery test',
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=us-ascii',
    'Content-Transfer-Encoding: 7bit',
    '',
    'Hello',
    '.',
    'end',
    '',
  ]);
});

test('RFC 5322 §3.3, §3.6.4: date and id', () => {
  const date = new Date('2026-11-03T08:14:07Z');
  expect(messageDate(date)).toBe('Tue, 03 Nov 2026 08:14:07 +0000');
  const id = newMessageId(date, 'mail.contoso.example', () => 0.5);
  expect(id).toMatch(/^[a-z0-9]+\.[a-z0-9]+@mail\.contoso\.example$/);
  expect(newMessageId(date, 'mail.contoso.example', () => 0.7)).not.toBe(id);
});

test('the null sender writes as the postmaster of its host', () => {
  expect(headerOf(composeMessage({ ...PARTS, from: '' }), 'From')).toBe('<postmaster@mail.contoso.example>');
});

describe('RFC 2047: subjects', () => {
  test.each([
    ['two\r\nBcc: x@example.org', 'two Bcc: x@example.org'],
    ['tab\there', 'tab here'],
    ['=?utf-8?B?eA==?=', '=?utf-8?B?PT91dGYtOD9CP2VBPT0/PQ==?='],
    ['Prüfung', '=?utf-8?B?UHLDvGZ1bmc=?='],
  ])('%j', (subject, written) => {
    expect(headerOf(composeMessage({ ...PARTS, subject }), 'Subject')).toBe(written);
  });

  test('long ones are folded, never inside a character', () => {
    const subject = '例え'.repeat(60);
    const written = headerOf(composeMessage({ ...PARTS, subject }), 'Subject') ?? '';
    const words = written.split('\r\n ').map((word) => /^=\?utf-8\?B\?(.*)\?=$/.exec(word)?.[1] ?? '');
    expect(
      words
        .map((word) => new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(word, 'base64')))
        .join(''),
    ).toBe(subject);
  });
});

describe('any subject and body', () => {
  const subject = fc.string({ unit: 'grapheme', maxLength: 200 });
  const body = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.string({ minLength: 900, maxLength: 1200 }),
  );

  test('give ASCII with CRLF, within the limit of lines, and the body back', () => {
    fc.assert(
      fc.property(subject, body, (one, other) => {
        const message = composeMessage({ ...PARTS, subject: one, body: other });
        expect(message).toMatch(/^[\t\r\n -~]*$/);
        expect(message.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of message.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
        const wanted = other.replace(/\r\n?|\n/g, '\r\n').replace(/(?<!\r\n)(?:\r\n)*$/, '\r\n');
        expect(bodyOf(message)).toBe(new TextDecoder().decode(new TextEncoder().encode(wanted)));
      }),
    );
  });

  test('RFC 5321 §4.5.2: on the wire only the last line is a dot alone, and unstuffing gives the message back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('.', '..', '.x', '', 'x'), { maxLength: 12 }), (lines) => {
        const message = composeMessage({ ...PARTS, body: lines.join('\n') });
        const wire = stuffedLines(message);
        expect(wire.indexOf('.')).toBe(wire.length - 1);
        const back = wire.slice(0, -1).map((line) => line.replace(/^\./, ''));
        expect(`${back.join('\r\n')}\r\n`).toBe(message);
      }),
    );
  });

  test('a bare CR or LF in a message is a line end like any other: no dot hides behind it', () => {
    expect(stuffedLines('a\n.\rb\r\n')).toEqual(['a', '..', 'b', '.']);
  });
});

function bodyOf(message: string): string {
  const [head = '', ...rest] = message.split('\r\n\r\n');
  const text = rest.join('\r\n\r\n');
  if (head.includes('7bit')) return text;
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
}
