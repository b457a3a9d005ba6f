import { describe, expect, test } from 'vitest';
import { parseHelo, parseSender } from './wire-name';

describe('names that may be said', () => {
  test.each([
    ['a@b.example', { ok: false }],
    ['x\r\nRSET', { ok: false }],
    ['', { ok: false }],
    ['[192.0.2.1]', { ok: true, value: '[192.0.2.1]' }],
    ['Bücher.example', { ok: true, value: 'xn--bcher-kva.example' }],
  ])('EHLO %j', (text, wanted) => expect(parseHelo(text)).toMatchObject(wanted));

  test.each([
    ['b.example', { ok: false }],
    ['a@b.example\r\nRCPT TO:<x@y>', { ok: false }],
    ['<>', { ok: true, value: '<>' }],
    ['<a@b.example>', { ok: true, value: 'a@b.example' }],
  ])('MAIL FROM %j', (text, wanted) => expect(parseSender(text)).toMatchObject(wanted));
});
