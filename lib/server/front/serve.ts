import { Server } from 'node:http';
import next from 'next';
import { ownPath } from '@/lib/own-link';
import { env } from '../config/env';
import { log } from '../config/log';
import { createBoundedServer } from './bounded-server';
import { createReceiver } from './receive';
import { refuse } from './refuse';

/** Addresses of which the log tells that they claim to be proxies. */
const MAX_WARNED = 10;

// Serves until the process ends (`lib/server/engine/ending.ts`). `scripts/ready.mjs` makes one file of this.
const { host, port, access } = env();
const dev = process.argv[2] === 'dev';
// Next would take each connection that asks for another protocol, past all that stands here. There is none but while developing:
// it is given a server that nobody reaches, and such a request is answered like any other (RFC 9110 §7.8).
const app = next({ dev, hostname: host, port, ...(!dev && { httpServer: new Server() }) });
const handle = app.getRequestHandler();
const proxies = new Set<string>();
const receive = createReceiver(access, (peer) => {
  if (proxies.size >= MAX_WARNED || proxies.has(peer)) return;
  proxies.add(peer);
  log.warn({ peer }, 'X-Forwarded-For comes from an address that MXPROOF_TRUSTED_PROXIES does not name');
});

const server = createBoundedServer((request, response) => {
  const problem = receive(request);
  if (problem !== null)
    return refuse(response, problem, ownPath(request.url ?? '/')?.startsWith('/api/') === true);
  handle(request, response).catch((error: unknown) => {
    log.error({ err: error }, 'request failed');
    response.destroy();
  });
});
server.on('error', (error) => {
  process.stderr.write(`mxproof: ${host}, port ${port}: ${error.message}; set HOST and PORT.\n`);
  process.exit(1);
});

await app.prepare();
server.listen(port, host);
