import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeBytes } from './escape';
import { MAX_LINE_OCTETS, MAX_SESSION_OCTETS } from './lines';
import { createReplyReader, type HeardReplyLine, MAX_REPLY_LINES } from './reply';

const bytesOf = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** Everything that comes out when the pieces go in one after the other. */
function readAll(pieces: readonly Uint8Array[]): HeardReplyLine[] {
  const reader = createReplyReader();
  const lines: HeardReplyLine[] = [];
  for (const piece of pieces) {
    reader.push(piece);
    for (let line = reader.next(); line !== null; line = reader.next()) lines.push(line);
  }
  return lines;
}

const read = (text: string) => readAll([bytesOf(text)]);
const x = (count: number) => 'x'.repeat(count);

describe('RFC 5321 §4.2: what is no reply', () => {
  test.each([
    ['25x ok\r\n', null, 'a line does not begin with a reply code and a space or hyphen'],
    ['\r\n', null, undefined],
    ['150 wait\r\n', null, 'unknown reply code 150'],
    ['600 what\r\n', null, 'unknown reply code 600'],
    ['999 what\r\n', null, 'unknown reply code 999'],
    ['2200 hello\r\n', null, undefined],
    [' 220 hello\r\n', null, undefined],
    ['<html>\r\n', null, undefined],
    ['HTTP/1.1 400 Bad Request\r\n', null, undefined],
    ['SSH-2.0-OpenSSH_9.2\r\n', null, undefined],
    ['\0\0\0\n', null, undefined],
    ['250-a\r\n251 b\r\n', null, 'different codes, 250 and 251, in one reply'],
    ['250-a\r\n\r\n250 b\r\n', null, undefined],
    [
      `250 ${x(1018)}\r\n`.repeat(MAX_SESSION_OCTETS / 1024) + 'x',
      'session-octets',
      'more than 1048576 octets in one session',
    ],
  ])('%.40j: %s', (text, limit, detail) => {
    const last = read(text).at(-1);
    expect(last?.problem).toMatchObject(detail === undefined ? { limit } : { limit, detail });
    expect(last?.reply).toBeNull();
  });

  test.each([[''], ['250'], ['250 ok'], ['250 ok\r'], ['250-a\r\n'], ['250-a\r\n250']])(
    '%j is not whole yet',
    (text) => {
      expect(read(text).filter(({ reply, problem }) => reply ?? problem)).toEqual([]);
    },
  );
});

describe('RFC 5321 §4.2: replies', () => {
  test.each([
    ['250 OK\r\n', 250, ['OK'], null],
    ['250\r\n', 250, [''], null],
    ['250 \r\n', 250, [''], null],
    ['250-\r\n250\r\n', 250, ['', ''], null],
    ['250-a\r\n250-b\r\n250 c\r\n', 250, ['a', 'b', 'c'], null],
    ['571 no\r\n', 571, ['no'], null],
    ['550 5.1.1 No such user\r\n', 550, ['5.1.1 No such user'], '5.1.1'],
    ['550 5.7.606\r\n', 550, ['5.7.606'], '5.7.606'],
    ['550-Sorry\r\n550-5.7.1 no\r\n550 5.7.2 no\r\n', 550, ['Sorry', '5.7.1 no', '5.7.2 no'], '5.7.1'],
    ['550 5.1.1234 no\r\n', 550, ['5.1.1234 no'], null],
    ['550 see 5.1.1\r\n', 550, ['see 5.1.1'], null],
    ['250 a\rb\r\n', 250, ['a\\x0db'], null],
    ['220 \x1b[31mred\0\r\n', 220, ['\\x1b[31mred\\x00'], null],
    ['220 gr\xc3\xbc\xc3\x9f \xff\r\n', 220, ['grüß \\xff'], null],
    ['220 <script>alert(1)</script>\r\n', 220, ['<script>alert(1)</script>'], null],
    [`250 ${x(MAX_LINE_OCTETS - 4)}\r\n`, 250, [x(MAX_LINE_OCTETS - 4)], null],
  ])('%.40j', (text, code, lines, enhanced) => {
    expect(read(text).at(-1)).toMatchObject({ reply: { code, lines, enhanced }, problem: null, end: 'crlf' });
  });

  test('a line longer than what is kept is read to its end, and its code counts', () => {
    const [long, next] = read(`550 5.1.1 ${x(100_000)}\r\n250 ok\r\n`);
    expect(long).toMatchObject({ end: 'cut', problem: null, reply: { code: 550, enhanced: '5.1.1' } });
    expect(long?.octets).toBe(100_010);
    expect(long?.bytes.length).toBe(512);
    expect(next).toMatchObject({ end: 'crlf', octets: 6, reply: { code: 250, lines: ['ok'] } });
  });

  test.each([1, 511, 4_000, 4_096, 65_536])('in pieces of %i octets its length is the same', (size) => {
    const bytes = bytesOf(`250 ${x(20_000)}\r\n250 ${x(8)}\r\n`);
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
      bytes.subarray(n * size, (n + 1) * size),
    );
    expect(readAll(pieces).map(({ octets }) => octets)).toEqual([20_004, 12]);
  });

  test.each([
    [5_000, 'STARTTLS'],
    [20_000, 'x'],
  ])('of %i lines the first are kept, and the rest is read', (count, text) => {
    const lines = read(`${`250-${text}\r\n`.repeat(count)}250 end\r\n250 ok\r\n`);
    const replies = lines.flatMap(({ reply }) => reply ?? []);
    expect(replies.map(({ lines: kept }) => kept.length)).toEqual([MAX_REPLY_LINES, 1]);
    expect(lines.at(-2)?.number).toBe(count + 1);
  });

  test('a bare LF ends a line, and is noted', () => {
    expect(read('250-a\n250 b\r\n').map(({ end }) => end)).toEqual(['lf', 'crlf']);
  });

  test('RFC 3207 §4.2: forget drops what was not given out, and a reply begun', () => {
    const reader = createReplyReader();
    reader.push(bytesOf('220-a\r\n220 b'));
    reader.next();
    expect(reader.rest()).toEqual(bytesOf('220 b'));
    reader.forget();
    reader.push(bytesOf('250 c\r\n'));
    expect(reader.next()?.reply).toMatchObject({ code: 250, lines: ['c'] });
  });
});

describe('any bytes', () => {
  const likely = fc.constantFrom(
    '250 ok\r\n',
    '250-a\r\n',
    '\r\n',
    '\n',
    '\r',
    '\0',
    '550 ',
    x(1000),
    '\xff',
    '4.7.1 ',
  );
  const text = fc.array(fc.oneof(likely, fc.string({ unit: 'binary-ascii', maxLength: 6 })), {
    maxLength: 40,
  });
  const cuts = fc.array(fc.nat(), { maxLength: 12 });

  test('give the same in any pieces', () => {
    fc.assert(
      fc.property(text, cuts, (parts, places) => {
        const bytes = bytesOf(parts.join(''));
        const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort(
          (a, b) => a - b,
        );
        const pieces = ends.map((end, index) => bytes.slice(ends[index - 1] ?? 0, end));
        expect(readAll(pieces)).toEqual(readAll([bytes]));
      }),
    );
  });

  test('are bounded, and what is shown has no control characters', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        for (const line of readAll([bytes])) {
          const { text: shown, raw } = escapeBytes(line.bytes);
          expect(shown).not.toMatch(/\p{Cc}/u);
          expect(raw === undefined || atob(raw).length === line.bytes.length).toBe(true);
          expect(line.reply !== null && line.problem !== null).toBe(false);
        }
      }),
    );
  });

  test('what a reply shows reads as the same reply again', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const reply = readAll([
          bytesOf('250-'),
          bytes.filter((byte) => byte !== 10),
          bytesOf('\r\n250 end\r\n'),
        ]).at(-1)?.reply;
        if (!reply) return;
        const printed = reply.lines.map(
          (line, index) => `250${index === reply.lines.length - 1 ? ' ' : '-'}${line}\r\n`,
        );
        expect(readAll([new TextEncoder().encode(printed.join(''))]).at(-1)?.reply).toEqual(reply);
      }),
    );
  });
});
