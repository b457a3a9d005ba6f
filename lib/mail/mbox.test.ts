import { expect, test } from 'vitest';
import { MAX_MESSAGES, splitMbox } from './mbox';

const split = (text: string) =>
  splitMbox(Buffer.from(text, 'latin1')).map((one) => Buffer.from(one).toString('latin1'));
const line = (n: number) => `From a${n}@b.example Mon Nov 23 08:14:10 2026\n`;

test.each([
  ['nothing', '', ['']],
  ['a message', 'Subject: x\n\nFrom here on\n', ['Subject: x\n\nFrom here on\n']],
  ['one with its line', `${line(1)}Subject: x\n`, [`${line(1)}Subject: x\n`]],
  ['two', `${line(1)}Subject: x\n\nbody\n\n${line(2)}Subject: y\n`, ['Subject: x\n\nbody', 'Subject: y\n']],
  ['CRLF', `${line(1)}Subject: x\r\n\r\n${line(2)}Subject: y\r\n`, ['Subject: x', 'Subject: y\r\n']],
  [
    'an escaped line',
    `${line(1)}Subject: x\n\n>From me\n\n${line(2)}y: z\n`,
    ['Subject: x\n\nFrom me', 'y: z\n'],
  ],
  [
    'a sentence',
    `${line(1)}a: b\n\nFrom now on this is text\n\n${line(2)}c: d\n`,
    ['a: b\n\nFrom now on this is text', 'c: d\n'],
  ],
])('%s', (_, mbox, messages) => {
  expect(split(mbox)).toEqual(messages);
});

test('more messages than are taken', () => {
  expect(
    split(Array.from({ length: MAX_MESSAGES + 9 }, (_, n) => `${line(n)}a: b\n\n`).join('')),
  ).toHaveLength(MAX_MESSAGES);
});
