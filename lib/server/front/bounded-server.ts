import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { networkSet } from '@/lib/net/network-set';
import { endEarlyAnswer } from './early-answer';

/** What one connection, and all of them together, may take. Times in milliseconds. */
export const HTTP_LIMITS = {
  /** Until the whole head of a request is here, also of the first one: a browser sends it in one packet. */
  headersMs: 15_000,
  /** Until the whole request is here: 25 MB over a line of 4 Mbit/s take a minute (`lib/server/http/read-message.ts`). */
  requestMs: 75_000,
  /** How often is looked for those that took longer. */
  lookEveryMs: 2_000,
  /** Between two requests of one connection; proxies keep theirs about a minute, and are told. */
  idleMs: 65_000,
  /** Without a single octet either way; an event stream says something each 15 s. */
  silenceMs: 120_000,
  /** Fields of one head; browsers behind proxies send about thirty. */
  fields: 100,
  /** Connections at once. */
  connections: 4_000,
  /** Connections at once from one address, unless it is of this machine: there is the proxy, which speaks for many. */
  connectionsPerAddress: 250,
  /** How long what was answered early may still be sent before the connection is cut: else the answer may be lost with it. */
  lingerMs: 5_000,
};

const isOfThisMachine = networkSet(['127.0.0.0/8', '::1/128']);

/** Node's own server, where no connection and no request can hold up others. */
export function createBoundedServer(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  limits = HTTP_LIMITS,
): Server {
  const answers = new WeakMap<Duplex, ServerResponse>();
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: limits.lookEveryMs,
      keepAliveTimeout: limits.idleMs,
    },
    (request, response) => {
      answers.set(request.socket, response);
      endEarlyAnswer(request, response, limits.lingerMs);
      handle(request, response);
    },
  );
  server.maxHeadersCount = limits.fields;
  server.maxConnections = limits.connections;
  server.setTimeout(limits.silenceMs);
  countByAddress(server, limits.connectionsPerAddress);
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const answer = answers.get(socket);
    if (answer?.headersSent === true && !answer.writableFinished) socket.destroy();
    else refuseHead(error, socket);
  });
  return server;
}

/** Node has not understood the head of a request, and so has no response for it: the answer is written as it goes over the wire. */
function refuseHead({ code }: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || code === 'ECONNRESET') return void socket.destroy();
  const [status, words] = HEAD_FAULTS[code ?? ''] ?? ['400 Bad Request', 'This is no request of HTTP/1.1.'];
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\n` +
      `Content-Length: ${words.length + 1}\r\n\r\n${words}\n`,
  );
}

/** By Node's own codes; others say that it is no HTTP. */
const HEAD_FAULTS: Readonly<Record<string, readonly [status: string, words: string] | undefined>> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'The address of this request, or its fields, are too long: 16 kB at most in all.',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request did not come in time.'],
};

function countByAddress(server: Server, most: number): void {
  const open = new Map<string, number>();
  server.on('connection', (socket) => {
    const { remoteAddress: address = '' } = socket;
    if (isOfThisMachine(address)) return;
    const count = (open.get(address) ?? 0) + 1;
    if (count > most) return void socket.destroy();
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
  });
}
