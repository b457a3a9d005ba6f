import { createSocket, type RemoteInfo, type Socket as UdpSocket } from 'node:dgram';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { PATIENCE_MS } from '@/e2e/patience';
import type { DnsHeard } from '@/lib/dns/transport';
import { createDnsTransport } from './dns';
import { createGuard } from './guard';

const ADDRESS = '127.16.90.1';
const QUERY = Uint8Array.from([0xab, 0xcd, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1]);
const ANSWER = Uint8Array.from([0xab, 0xcd, 0x81, 0x80]);
const FORGED = Uint8Array.from([0xab, 0xce, 0x81, 0x80]);

const open: (UdpSocket | Server)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => new Promise<void>((resolve) => one.close(() => resolve()))));
});

function ask(
  transport: 'udp' | 'tcp',
  port: number,
  about: { timeoutMs?: number; signal?: AbortSignal } = {},
) {
  const dns = createDnsTransport({ guard: createGuard(['127.16.0.0/16']), port, queriesPerMinute: Infinity });
  const { timeoutMs = PATIENCE_MS, signal = new AbortController().signal } = about;
  return dns({ address: ADDRESS, transport, message: QUERY, timeoutMs }, signal);
}

/** A UDP server that does what it is told with each question. */
async function udpServer(hear: (server: UdpSocket, from: RemoteInfo, question: Buffer) => void) {
  const server = createSocket('udp4');
  open.push(server);
  server.on('message', (question, from) => hear(server, from, question));
  await new Promise<void>((resolve) => server.bind(0, ADDRESS, resolve));
  return server.address().port;
}

async function tcpServer(hear: (socket: Socket, question: Buffer) => void) {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (question) => hear(socket, question));
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, ADDRESS, resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function unusedPort() {
  const port = await tcpServer(() => undefined);
  await new Promise<void>((resolve) => open.pop()?.close(() => resolve()));
  return port;
}

const frame = (message: Uint8Array) => Uint8Array.from([0, message.length, ...message]);
const bytesOf = (heard: DnsHeard) => (heard.kind === 'reply' ? [...heard.message] : heard);

describe('UDP', () => {
  test('silence', async () => {
    const port = await udpServer(() => undefined);
    const heard = await ask('udp', port, { timeoutMs: 60 });
    expect(heard.kind).toBe('silence');
    expect(heard.ms).toBeGreaterThanOrEqual(59);
  });

  test('nobody listens', async () => {
    expect(await ask('udp', await unusedPort())).toMatchObject({
      kind: 'unreachable',
      detail: 'ECONNREFUSED',
    });
  });

  test('RFC 5452 §9.1: forged ids and short datagrams do not end the wait', async () => {
    const port = await udpServer((server, from) => {
      for (const message of [FORGED, Uint8Array.from([0xab]), new Uint8Array(), FORGED, ANSWER])
        server.send(message, from.port, from.address);
    });
    expect(bytesOf(await ask('udp', port))).toEqual([...ANSWER]);
  });

  test('RFC 5452 §9.1: another source port is not heard', async () => {
    const port = await udpServer((_, from) => {
      const stranger = createSocket('udp4');
      open.push(stranger);
      stranger.bind(0, ADDRESS, () => stranger.send(ANSWER, from.port, from.address));
    });
    expect((await ask('udp', port, { timeoutMs: 80 })).kind).toBe('silence');
  });

  test('RFC 5452 §9.2: every question comes from a port of its own, unchanged', async () => {
    const seen: [number, string][] = [];
    const port = await udpServer((server, from, question) => {
      seen.push([from.port, question.toString('hex')]);
      server.send(ANSWER, from.port, from.address);
    });
    await Promise.all([ask('udp', port), ask('udp', port), ask('udp', port)]);
    expect(new Set(seen.map(([from]) => from)).size).toBe(3);
    expect(new Set(seen.map(([, question]) => question))).toEqual(
      new Set([Buffer.from(QUERY).toString('hex')]),
    );
  });
});

describe('TCP', () => {
  test.each([
    ['nothing', 60, () => undefined, { kind: 'silence' }],
    ['one octet at a time', 60, trickle, { kind: 'silence' }],
    ['the end', PATIENCE_MS, (socket: Socket) => socket.end(), { kind: 'unreachable' }],
    [
      'half of it, then the end',
      PATIENCE_MS,
      (socket: Socket) => socket.end(Uint8Array.from([0, 9, 0xab, 0xcd])),
      { kind: 'unreachable', detail: 'connection closed after 4 octets of the answer' },
    ],
    [
      'a reset',
      PATIENCE_MS,
      (socket: Socket) => socket.resetAndDestroy(),
      { kind: 'unreachable', detail: 'ECONNRESET' },
    ],
    [
      'endless messages of others',
      PATIENCE_MS,
      (socket: Socket) => socket.write(Buffer.alloc(200_000)),
      {
        kind: 'unreachable',
        detail: expect.stringMatching(/^\d{5,6} octets without an answer to the question$/) as string,
      },
    ],
  ])('%s', async (_, timeoutMs, hear, expected) => {
    expect(await ask('tcp', await tcpServer(hear), { timeoutMs })).toMatchObject(expected);
  });

  test('nobody listens', async () => {
    expect(await ask('tcp', await unusedPort())).toMatchObject({
      kind: 'unreachable',
      detail: 'ECONNREFUSED',
    });
  });

  test('RFC 1035 §4.2.2: length before the message, in any pieces, and only the answer with our id', async () => {
    const seen: Buffer[] = [];
    const port = await tcpServer((socket, question) => {
      seen.push(question);
      socket.write(frame(FORGED));
      socket.write(frame(ANSWER).slice(0, 3));
      setTimeout(() => socket.write(frame(ANSWER).slice(3)), 10);
    });
    expect(bytesOf(await ask('tcp', port))).toEqual([...ANSWER]);
    expect([...Buffer.concat(seen)]).toEqual([...frame(QUERY)]);
  });

  test('the longest message', async () => {
    const message = Uint8Array.from([...ANSWER, ...new Uint8Array(65_531)]);
    const port = await tcpServer((socket) => socket.write(Uint8Array.from([0xff, 0xff, ...message])));
    expect(await ask('tcp', port)).toMatchObject({ kind: 'reply', message: { length: 65_535 } });
  });
});

describe('TCP, several questions at once (RFC 7766 §6.2.1)', () => {
  const withId = (message: Uint8Array, id: number) =>
    Uint8Array.from([id >> 8, id & 255, ...message.slice(2)]);

  /** Answers what `answers` says of the n-th question of a connection; tells how many connections there were. */
  async function pipeServer(answers: (socket: Socket, ids: number[]) => void) {
    const connections: Socket[] = [];
    const ids = new Map<Socket, number[]>();
    const port = await tcpServer((socket, bytes) => {
      if (!connections.includes(socket)) connections.push(socket);
      const own = ids.get(socket) ?? [];
      ids.set(socket, own);
      for (let at = 0; at < bytes.length; at += 2 + bytes.readUInt16BE(at))
        own.push(bytes.readUInt16BE(at + 2));
      answers(socket, own);
    });
    return { port, connections };
  }

  function askAll(
    port: number,
    ids: readonly number[],
    timeoutOf: (id: number) => number = () => PATIENCE_MS,
  ) {
    const dns = createDnsTransport({
      guard: createGuard(['127.16.0.0/16']),
      port,
      queriesPerMinute: Infinity,
    });
    return Promise.all(
      ids.map((id) =>
        dns(
          { address: ADDRESS, transport: 'tcp', message: withId(QUERY, id), timeoutMs: timeoutOf(id) },
          new AbortController().signal,
        ),
      ),
    );
  }
  const idsOf = (heard: readonly DnsHeard[]) =>
    heard.map((one) =>
      one.kind === 'reply' ? (one.message[0] ?? 0) * 256 + (one.message[1] ?? 0) : one.kind,
    );
  const answer = (socket: Socket, id: number) => socket.write(frame(withId(ANSWER, id)));

  test('share one connection, whatever the order of the answers', async () => {
    const { port, connections } = await pipeServer((socket, ids) => {
      if (ids.length === 3) for (const id of ids.toReversed()) answer(socket, id);
    });
    expect(idsOf(await askAll(port, [1, 2, 3]))).toEqual([1, 2, 3]);
    expect(connections).toHaveLength(1);
  });

  test('the same id twice: a connection each', async () => {
    const { port, connections } = await pipeServer((socket, ids) => ids.forEach((id) => answer(socket, id)));
    expect(idsOf(await askAll(port, [7, 7]))).toEqual([7, 7]);
    expect(connections).toHaveLength(2);
  });

  test('a server that answers one question a connection is asked again for the others', async () => {
    const { port, connections } = await pipeServer((socket, [id = 0]) => {
      answer(socket, id);
      socket.end();
    });
    expect(idsOf(await askAll(port, [1, 2, 3]))).toEqual([1, 2, 3]);
    expect(connections).toHaveLength(3);
  });

  test('one stays without an answer: silence for it alone', async () => {
    const { port } = await pipeServer((socket, ids) => ids.forEach((id) => id !== 2 && answer(socket, id)));
    expect(idsOf(await askAll(port, [1, 2, 3], (id) => (id === 2 ? 80 : PATIENCE_MS)))).toEqual([
      1,
      'silence',
      3,
    ]);
  });

  test('closed without any answer: unreachable for all, and nobody is asked again', async () => {
    const { port, connections } = await pipeServer((socket) => socket.end());
    expect(idsOf(await askAll(port, [1, 2]))).toEqual(['unreachable', 'unreachable']);
    expect(connections).toHaveLength(1);
  });
});

describe.each(['udp', 'tcp'] as const)('%s', (transport) => {
  test('the guard is asked before anything is sent', async () => {
    const dns = createDnsTransport({ guard: createGuard([]), port: 1, queriesPerMinute: Infinity });
    const query = { address: ADDRESS, transport, message: QUERY, timeoutMs: 50 };
    expect(await dns(query, new AbortController().signal)).toEqual({
      kind: 'blocked',
      detail: 'loopback',
      ms: 0,
    });
  });

  test('cancelled before and while waiting: rejects with the reason', async () => {
    const reason = new Error('stop');
    const port = transport === 'udp' ? await udpServer(() => undefined) : await tcpServer(() => undefined);
    await expect(ask(transport, port, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const asked = ask(transport, port, { signal: controller.signal });
    setTimeout(() => controller.abort(reason), 20);
    await expect(asked).rejects.toBe(reason);
  });
});

function trickle(socket: Socket) {
  let sent = 0;
  const timer = setInterval(() => {
    if (socket.destroyed || sent > 3) clearInterval(timer);
    else socket.write(Uint8Array.from([[0, 200, 0xab, 0xcd][sent++] ?? 0]));
  }, 20);
}

test('a server is asked so often: one question waits, and what it waited is no time of the server', async () => {
  const port = await udpServer((server, from, question) => server.send(question, from.port, from.address));
  const dns = createDnsTransport({ guard: createGuard(['127.16.0.0/16']), port, queriesPerMinute: 120 });
  const asked = Array.from({ length: 61 }, () =>
    dns(
      { address: ADDRESS, transport: 'udp', message: QUERY, timeoutMs: PATIENCE_MS },
      new AbortController().signal,
    ),
  );
  const heard = await Promise.all(asked);
  expect(heard.slice(0, 60).every(({ heldMs }) => heldMs === undefined)).toBe(true);
  expect(heard[60]?.kind).toBe('reply');
  expect(heard[60]?.heldMs).toBeGreaterThan(500);
  const none = createDnsTransport({ guard: createGuard(['127.16.0.0/16']), port, queriesPerMinute: 1 });
  const query = { address: ADDRESS, transport: 'udp', message: QUERY, timeoutMs: PATIENCE_MS } as const;
  const signal = new AbortController().signal;
  expect(await none(query, signal)).toMatchObject({ kind: 'reply' });
  expect(await none(query, signal)).toEqual({ kind: 'blocked', detail: null, choice: 'rate-limit', ms: 0 });
});
