import net from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { PATIENCE_MS } from '@/e2e/patience';
import { MAX_LINE_OCTETS } from '@/lib/smtp/lines';
import { MAX_REPLY_LINES_SHOWN as SHOWN } from './smtp-wire';
import type { TranscriptLine } from '@/lib/smtp/session';
import type { SessionPlan } from '@/lib/smtp/transport';
import { createSmtpTransport } from './smtp';

const PLAN: SessionPlan = {
  exchange: 'mx1.example.org',
  address: '127.0.0.1',
  helo: 'probe.example',
  sender: 'a@probe.example',
  recipient: 'user@example.org',
  depth: 'envelope',
  message: null,
  hello: 'usual',
  controls: [],
  mayControl: () => false,
  maySend: () => Promise.resolve(true),
};

const servers: net.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A session with a server that answers each line as the table says; `*` is the greeting. */
async function talkTo(
  answers: Readonly<Record<string, string | ((socket: net.Socket) => void)>>,
  timeoutMs = PATIENCE_MS,
) {
  const server = net.createServer((socket) => {
    const say = (verb: string) => {
      const answer = answers[verb] ?? { EHLO: '250 mx\r\n', QUIT: '221 bye\r\n' }[verb] ?? '250 ok\r\n';
      if (typeof answer === 'string') socket.write(answer);
      else answer(socket);
    };
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => say(String(bytes).slice(0, 4)));
    if ('*' in answers) say('*');
    else socket.write('220 mx\r\n');
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  const talk = createSmtpTransport({
    guard: () => null,
    port,
    connectTimeoutMs: PATIENCE_MS,
    greetingTimeoutMs: timeoutMs,
    replyTimeoutMs: timeoutMs,
  });
  const transcript: TranscriptLine[] = [];
  const record = { line: (line: TranscriptLine) => transcript.push(line), tls: () => undefined };
  const result = await talk(
    PLAN,
    { ...record, line: (line) => void record.line(line) },
    AbortSignal.timeout(2 * PATIENCE_MS),
  );
  return { ...result, transcript, lines: transcript.map(({ who, text }) => `${who[0] ?? ''} ${text}`) };
}

describe('what is kept of a hostile server is bounded', () => {
  const flood = (text: string) => (socket: net.Socket) => {
    const chunk = text.repeat(Math.ceil(65_536 / text.length));
    const more = () => {
      while (!socket.destroyed && socket.write(chunk));
      if (!socket.destroyed) socket.once('drain', more);
    };
    more();
  };
  const escaped = 4; // octets of `\xNN`
  test.each([
    ['a line without end', flood('\0'), 4, 1_024 * escaped],
    ['lines without end', flood('220-\xff\xff\xff\r\n'), SHOWN + 4, 64 * SHOWN],
    [
      'long lines without end',
      flood(`220-${'\0'.repeat(MAX_LINE_OCTETS - 4)}\r\n`),
      SHOWN + 4,
      MAX_LINE_OCTETS * 6 * SHOWN,
    ],
    ['replies without end', flood('220 x\r\n'), 32, 4 * MAX_LINE_OCTETS],
  ])('%s', async (_, answer, mostLines, mostOctets) => {
    const { outcome, transcript } = await talkTo({ '*': answer });
    const heard = transcript.filter(({ who }) => who === 'server');
    expect(outcome).toBe('protocol-error');
    expect(transcript.length).toBeLessThanOrEqual(mostLines);
    const octets = heard.reduce((sum, { text, raw = '' }) => sum + text.length + raw.length, 0);
    expect(octets).toBeLessThanOrEqual(mostOctets + 128 * heard.length);
  });
});

describe('much is read, and little kept', () => {
  test.each([
    ['a line of half a megabyte', `220 ${'x'.repeat(524_288)}\r\n`, 10, 1_024],
    ['ten thousand lines', `${'220-x\r\n'.repeat(10_000)}220 end\r\n`, SHOWN + 10, 8 * SHOWN],
  ])('%s', async (_, greeting, mostLines, mostOctets) => {
    const { outcome, transcript } = await talkTo({ '*': greeting, RCPT: '550 5.1.1 no\r\n' });
    const heard = transcript.filter(({ who }) => who === 'server');
    expect(outcome).toBe('permanent');
    expect(transcript.length).toBeLessThanOrEqual(mostLines);
    const octets = heard.reduce((sum, { text }) => sum + text.length, 0);
    expect(octets).toBeLessThanOrEqual(mostOctets + 128 * heard.length);
  });
});

describe('a reply that was there before its command', () => {
  test('is set aside, and the rest stays in step', async () => {
    const { outcome, stage, reply, unasked, lines } = await talkTo({
      MAIL: '250 ok\r\n250 more\r\n',
      RCPT: '550 5.1.1 no\r\n',
    });
    expect({ outcome, stage, code: reply?.code }).toEqual({ outcome: 'permanent', stage: 'rcpt', code: 550 });
    expect(unasked).toEqual([
      { stage: 'mail', reply: { code: 250, enhanced: null, lines: ['more'] }, line: 7 },
    ]);
    expect(lines.slice(6, 9)).toEqual([
      's 250 more',
      'e set aside: nobody had asked for the reply 250 in line 7',
      'c RCPT TO:<user@example.org>',
    ]);
  });

  test('is set aside too when its last line comes only after the command', async () => {
    const { outcome, unasked } = await talkTo({
      MAIL: '250 ok\r\n250-mo',
      RCPT: (socket) => socket.write('re\r\n250 end\r\n550 5.1.1 no\r\n'),
    });
    expect(outcome).toBe('permanent');
    expect(unasked).toMatchObject([{ stage: 'mail', reply: { lines: ['more', 'end'] } }]);
  });

  test('RFC 5321 §3.8: is the end of the session when it is 421', async () => {
    const { outcome, reply, unasked } = await talkTo({ MAIL: '250 ok\r\n250 more\r\n421 bye\r\n' });
    expect(outcome).toBe('temporary');
    expect(reply?.code).toBe(421);
    expect(unasked).toHaveLength(1);
  });

  test('is the last word of a server that hangs up after it', async () => {
    const { outcome, stage, reply, unasked } = await talkTo({
      MAIL: (socket) => {
        socket.write('250 ok\r\n');
        socket.end('554 5.7.1 too many errors\r\n');
      },
    });
    expect({ outcome, stage, code: reply?.code }).toEqual({ outcome: 'permanent', stage: 'rcpt', code: 554 });
    expect(unasked).toBeUndefined();
  });
});

test.each([
  ['a whole reply', '220 go\r\n250 evil\r\n'],
  ['a line of one', '220 go\r\n250-evil\r\n'],
  ['part of a line', '220 go\r\n250 ev'],
])('RFC 3207 §6: %s before the handshake is an injection, and no handshake is made', async (_, STAR) => {
  const { outcome, stage, tls, lines } = await talkTo({ EHLO: '250-mx\r\n250 STARTTLS\r\n', STAR });
  expect({ outcome, stage, code: tls?.problem?.code }).toEqual({
    outcome: 'protocol-error',
    stage: 'tls',
    code: 'INJECTED',
  });
  expect(lines.at(-1)).toBe('e injection: more than the reply to STARTTLS came before the handshake');
});

test('whatever a server says at each turn, the session ends, and what is shown has no control characters', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '250 ok\r\n',
      '250-a\r\n',
      '220 go\r\n',
      '354 go\r\n',
      '421 bye\r\n',
      '550 5.1.1 no\r\n',
      '250-STARTTLS\r\n',
    ),
    fc.constantFrom('\r\n', '\n', '\r', '\0', '250', '\x1b[2J', '\u202e'),
    fc.string({ unit: 'binary-ascii', maxLength: 6 }),
  );
  const said = fc.array(piece, { maxLength: 4 }).map((parts) => parts.join(''));
  const after = (polite: string) =>
    fc.oneof(
      said,
      said.map((more) => polite + more),
    );
  const ok = after('250 ok\r\n');
  const turns = fc.record({
    '*': after('220 mx\r\n'),
    EHLO: after('250 mx\r\n'),
    HELO: ok,
    STAR: after('220 go\r\n'),
    MAIL: ok,
    RCPT: ok,
    QUIT: after('221 bye\r\n'),
  });
  await fc.assert(
    fc.asyncProperty(turns, async (answers) => {
      const { outcome, stage, transcript, unasked = [] } = await talkTo(answers, 40);
      expect(outcome).not.toBeNull();
      expect(stage).not.toBeNull();
      for (const { text } of transcript) expect(text).not.toMatch(/[\p{Cc}\u202e]/u);
      for (const { line } of unasked)
        expect(transcript[line - 1]).toMatchObject({ seq: line, who: 'server' });
    }),
    { numRuns: 40 },
  );
});
