import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGuard } from './guard';
import { post } from './post';

const heard: { path: string; headers: IncomingMessage['headers']; body: string }[] = [];
const server = createServer((request, response) => void answer(request, response));
let port: number;

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = (await request.toArray()).join('');
  heard.push({ path: request.url ?? '', headers: request.headers, body });
  switch (request.url) {
    case '/moved':
      response.writeHead(302, { location: '/elsewhere' }).end();
      break;
    case '/later':
      response.writeHead(503, { 'retry-after': '120' }).end('busy');
      break;
    case '/flood':
      response.writeHead(200);
      while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      response.on('drain', () => {
        if (!response.destroyed) response.write(Buffer.alloc(65_536));
      });
      break;
    case '/hang-up':
      request.socket.destroy();
      break;
    default:
      response.end('ok');
  }
}

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const LOOPBACK = createGuard(['127.0.0.0/8', '::1/128']);
const to = (path: string, host = '127.0.0.1') => ({
  url: new URL(`http://${host}:${port}${path}`),
  headers: { 'content-type': 'application/json' },
  body: '{"über":1}',
});

test('what is posted arrives as it is', async () => {
  expect(await post(to('/in?key=1'), LOOPBACK)).toEqual({
    ok: true,
    value: { status: 200, retryAfterSeconds: null },
  });
  expect(heard.at(-1)).toMatchObject({
    path: '/in?key=1',
    body: '{"über":1}',
    headers: { 'content-type': 'application/json', 'content-length': '11', 'user-agent': 'mxproof' },
  });
});

test.each([
  ['a redirect is not followed', '/moved', { status: 302, retryAfterSeconds: null }],
  ['when to come again', '/later', { status: 503, retryAfterSeconds: 120 }],
  ['an answer without an end', '/flood', { status: 200, retryAfterSeconds: null }],
])('%s', async (_, path, value) => {
  expect(await post(to(path), LOOPBACK)).toEqual({ ok: true, value });
  expect(heard.some(({ path: asked }) => asked === '/elsewhere')).toBe(false);
});

test('whoever hangs up, and where nobody listens', async () => {
  expect(await post(to('/hang-up'), LOOPBACK)).toEqual({ ok: false, problem: 'ECONNRESET' });
  const unused = createTcpServer().listen(0, '127.0.0.1');
  await once(unused, 'listening');
  const url = new URL(`http://127.0.0.1:${(unused.address() as AddressInfo).port}/`);
  unused.close();
  await once(unused, 'close');
  expect(await post({ ...to('/'), url }, LOOPBACK)).toEqual({ ok: false, problem: 'ECONNREFUSED' });
});

describe('never contacted without being allowed', () => {
  test.each(['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1'])(
    '%s',
    async (host) => {
      const before = heard.length;
      expect(await post(to('/', host), createGuard([]))).toEqual({ ok: false, problem: 'blocked' });
      expect(heard).toHaveLength(before);
    },
  );
});
