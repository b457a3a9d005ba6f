import { expect, test } from 'vitest';
import { readWhole, valueOf } from './whole-message';

const octets = (text: string) => Buffer.from(text, 'latin1');

test.each([
  ['', 'empty'],
  ['\r\n\r\n\r\n', 'empty'],
  ['\u00ef\u00bb\u00bf', 'empty'],
  ['Hello,\nthis is text.', 'no-header'],
  [`\0\0\0`, 'no-header'],
  [`a: ${'x'.repeat(1_000_001)}\r\n\r\n`, 'header-too-large'],
  [`a: x\r\n${' y\r\n'.repeat(10_001)}\r\n`, 'header-too-many-lines'],
])('%j is no message: %s', (text, problem) => {
  expect(readWhole(octets(text))).toEqual({ ok: false, problem });
});

test.each([
  ['CRLF', 'From: a\r\n b\r\nX-Y : c\r\n\r\nbody\r\n'],
  ['LF', 'From: a\n b\nX-Y : c\n\nbody\n'],
  ['CR alone', 'From: a\r b\rX-Y : c\r\rbody\r'],
  [
    'an mbox, a byte order mark and blank lines before it',
    '\u00ef\u00bb\u00bf\n\nFrom a@b.example Mon Nov 23 08:14:10 2026\nFrom: a\n b\nX-Y : c\n\nbody\n',
  ],
])('lines end with CRLF, whatever they ended with: %s', (_, text) => {
  const read = readWhole(octets(text));
  if (!read.ok) throw new Error(read.problem);
  expect(read.value.fields).toEqual([
    { name: 'from', text: 'From: a\r\n b' },
    { name: 'x-y', text: 'X-Y : c' },
  ]);
  expect(Buffer.from(read.value.body).toString()).toBe('body\r\n');
  expect(read.value.fields.map(valueOf)).toEqual(['a b', 'c']);
});

test.each([
  ['a: b', ''],
  ['a: b\r\n', ''],
  ['a: b\r\n\r\n', ''],
  ['a: b\r\n\r\n\r\n', '\r\n'],
])('%j: the body is %j', (text, body) => {
  const read = readWhole(octets(text));
  expect(read.ok && Buffer.from(read.value.body).toString()).toBe(body);
});

test('a CR alone stays where lines end otherwise: it was signed', () => {
  const read = readWhole(octets('a: b\n\nx\ry\n'));
  expect(read.ok && Buffer.from(read.value.body).toString()).toBe('x\ry\r\n');
});
