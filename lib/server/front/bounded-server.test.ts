import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBoundedServer, HTTP_LIMITS } from './bounded-server';

const LIMITS = {
  ...HTTP_LIMITS,
  headersMs: 300,
  requestMs: 600,
  lookEveryMs: 50,
  connections: 20,
  lingerMs: 100,
};

let server: ReturnType<typeof createBoundedServer>;
let port = 0;
let sockets: Socket[] = [];

beforeEach(async () => {
  server = createBoundedServer((request, response) => {
    // A page reads its form; a call of the API answers before it has read anything.
    if (request.url?.startsWith('/api/')) response.writeHead(415).end('early');
    else if (request.url === '/begun') response.writeHead(200, { 'content-length': 20 }).write('begun');
    else request.resume().on('end', () => response.end(`page ${request.url ?? ''}`));
  }, LIMITS).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});

afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
  server.close().closeAllConnections();
});

/** Says something on a connection of its own: what is heard until it is closed from there. */
function say(...pieces: string[]): { socket: Socket; heard: Promise<string> } {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  let text = '';
  socket.setEncoding('latin1').on('data', (piece: string) => (text += piece));
  socket.on('error', () => undefined);
  for (const piece of pieces) socket.write(piece);
  // Also when it is reset: `once` of Node's events rejects then.
  const heard = new Promise<string>((resolve) => socket.once('close', () => resolve(text)));
  return { socket, heard };
}

const HEAD = 'Host: mxproof.test\r\nConnection: close\r\n';
const get = (path: string) => say(`GET ${path} HTTP/1.1\r\n${HEAD}\r\n`).heard;

test.each([
  ['nothing', '', 408],
  ['half a head', 'GET / HTTP/1.1\r\nHost: mx', 408],
  ['a form that never comes', `POST / HTTP/1.1\r\n${HEAD}Content-Length: 10\r\n\r\nabc`, 408],
  ['a length that is none', `POST / HTTP/1.1\r\n${HEAD}Content-Length: -1\r\n\r\n`, 400],
  ['two lengths', `POST / HTTP/1.1\r\n${HEAD}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd`, 400],
  [
    'a length and pieces',
    `POST / HTTP/1.1\r\n${HEAD}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n`,
    400,
  ],
  ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  // Read whole at once: what is left unread resets the connection, and the answer may be lost.
  ['a head that is too long', `GET / HTTP/1.1\r\n${HEAD}${'X: '.padEnd(20_000, 'x')}\r\n\r\n`, 431],
  [
    'a call that is answered before it is read',
    `POST /api/x HTTP/1.1\r\n${HEAD}Content-Length: 9999999\r\n\r\nx`,
    415,
  ],
])('%s is given up, with an answer', async (_, words, status) => {
  expect(await say(words).heard).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
});

test('who sends too long an address is told so', async () => {
  const heard = await say(`GET /search?q=${'x'.repeat(100_000)} HTTP/1.1\r\n${HEAD}\r\n`).heard;
  expect(heard).toMatch(/^HTTP\/1.1 431 /);
  expect(heard.split('\r\n\r\n')[1]).toBe(
    'The address of this request, or its fields, are too long: 16 kB at most in all.\n',
  );
});

test('what is no request ends the connection, and never stands in an answer that has begun', async () => {
  const { socket, heard } = say('GET /begun HTTP/1.1\r\nHost: mxproof.test\r\n\r\n');
  await once(socket, 'data');
  socket.write('no request\r\n\r\n');
  expect((await heard).split('\r\n\r\n').slice(1)).toEqual(['begun']);
});

test('whoever sends head octet by octet holds nobody up', async () => {
  const slow = Array.from({ length: 10 }, () => say('GET / HTTP/1.1\r\n'));
  const dripping = setInterval(() => slow.forEach(({ socket }) => void socket.write('X: y\r\n')), 20);
  expect(await get('/while')).toContain('page /while');
  await Promise.all(slow.map(({ heard }) => heard));
  clearInterval(dripping);
});

test('no more connections than the limit; when they are given up there is room again', async () => {
  const idle = Array.from({ length: LIMITS.connections }, () => say());
  await Promise.all(idle.map(({ socket }) => once(socket, 'connect')));
  await pause(50);
  expect(await get('/')).toBe('');
  await Promise.all(idle.map(({ heard }) => heard));
  expect(await get('/')).toContain('page /');
});
