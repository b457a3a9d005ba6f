// The HTTP server of `npm start`, with limits of its own: no connection and no request can hold up others.
import { createServer } from 'node:http';

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
  /** Octets of a form of a page; the largest has a message of 10,000 characters. */
  formOctets: 64 * 1024,
  /** How long what was answered early may still be sent before the connection is cut: else the answer may be lost with it. */
  lingerMs: 5_000,
};

/** Octets that are thrown away meanwhile: the largest message, and as much again. */
const LINGER_OCTETS = 50 * 1024 * 1024;

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 */

/**
 * @param {(request: Request, response: Response) => unknown} handle
 * @param {typeof HTTP_LIMITS} limits
 */
export function createBoundedServer(handle, limits = HTTP_LIMITS) {
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: limits.lookEveryMs,
      keepAliveTimeout: limits.idleMs,
    },
    (request, response) => {
      endEarlyAnswer(request, response, limits.lingerMs);
      const refusal = refusalOf(request, limits);
      if (refusal !== null) return refuse(response, refusal);
      request.url = decodable(request.url ?? '/');
      handle(request, response);
    },
  );
  server.maxHeadersCount = limits.fields;
  server.maxConnections = limits.connections;
  server.setTimeout(limits.silenceMs);
  countByAddress(server, limits.connectionsPerAddress);
  return server;
}

/**
 * @param {import('node:http').Server} server
 * @param {number} most
 */
function countByAddress(server, most) {
  /** @type {Map<string, number>} */
  const open = new Map();
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

/** @param {string} address */
function isOfThisMachine(address) {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address);
}

/**
 * Whoever was answered before all was sent is let finish for a moment, and then loses the connection: the rest is not read.
 * @param {Request} request
 * @param {Response} response
 * @param {number} lingerMs
 */
function endEarlyAnswer(request, response, lingerMs) {
  if (!hasBody(request)) return;
  response.once('finish', () => {
    const { socket } = request;
    if (request.complete || socket.destroyed) return;
    const most = socket.bytesRead + LINGER_OCTETS;
    const cut = () => socket.destroy();
    setTimeout(cut, lingerMs).unref();
    request.on('data', () => socket.bytesRead > most && cut());
    request.resume();
  });
}

/** @param {Request} request */
function hasBody({ headers }) {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/**
 * @typedef {{ status: number, code: string, title: string, detail: string }} Refusal
 */

/**
 * What a page is sent is read whole by Next, so its length is looked at before. Calls of the API measure what they read.
 * @param {Request} request
 * @param {typeof HTTP_LIMITS} limits
 * @returns {Refusal | null}
 */
function refusalOf({ url = '/', headers }, { formOctets }) {
  if (url.startsWith('/api/')) return null;
  // Browsers tell the length of every form.
  if (headers['transfer-encoding'] !== undefined)
    return {
      status: 411,
      code: 'request-invalid',
      title: 'Not a valid request',
      detail: 'What is sent to a page must say its length.',
    };
  if (Number(headers['content-length'] ?? 0) > formOctets)
    return {
      status: 413,
      code: 'too-large',
      title: 'Too large',
      detail: `A form may have at most ${formOctets} octets.`,
    };
  return null;
}

/**
 * As `lib/server/http/problem-response.ts` tells it (RFC 9457).
 * @param {Response} response
 * @param {Refusal} refusal
 */
function refuse(response, refusal) {
  const { status, code, title, detail } = refusal;
  response
    .writeHead(status, { 'content-type': 'application/problem+json', 'cache-control': 'private, no-store' })
    .end(JSON.stringify({ type: `urn:mxproof:problem:${code}`, title, status, code, detail }));
}

/**
 * A path, or query, whose escapes are no UTF-8 is the name of nothing: its signs are taken as they stand, so that it is found
 * missing like any other, where decoding it would fail.
 * @param {string} url
 */
function decodable(url) {
  const [path = '', ...query] = url.split('?');
  const [shown, asked] = [path, query.join('?')].map((part) =>
    isDecodable(part) ? part : part.replaceAll('%', '%25'),
  );
  return query.length === 0 ? `${shown}` : `${shown}?${asked}`;
}

/** @param {string} text */
function isDecodable(text) {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
