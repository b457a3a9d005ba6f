import { randomBytes } from 'node:crypto';
import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import next from 'next';
import { ownLink, ownPath } from '@/lib/own-link';
import { env } from '../config/env';
import { log } from '../config/log';
import { forRequest } from '../config/request-id';
import { countAnswer, type RouteClass, routeClass } from './answered';
import { createBoundedServer } from './bounded-server';
import { openDoor, ownDoor } from './own-door';
import { DRAW_HEADER, REQUEST_HEADER } from './own-header';
import { askPageDesk } from './page-desk';
import { createReceiver } from './receive';
import { refuse } from './refuse';

// Serves until the process ends (`lib/server/engine/ending.ts`). `scripts/ready.mjs` makes one file of this.
const { host, port, access, metricsFrom, logLevel } = env();
log.level = logLevel;
const dev = process.argv[2] === 'dev';
// Next would take each connection that asks for another protocol, past all that stands here. There is none but while developing:
// it is given a server that nobody reaches, and such a request is answered like any other (RFC 9110 §7.8).
const app = next({ dev, hostname: host, port, ...(!dev && { httpServer: new Server() }) });
const handle = app.getRequestHandler();
let isWarned = false;
const receive = createReceiver({ ...access, metricsFrom, areDrawnByReact: dev }, (peer) => {
  if (!isWarned)
    log.warn('somebody claims to be a proxy whom MXPROOF_TRUSTED_PROXIES does not name; "debug" tells who');
  isWarned = true;
  log.debug({ peer }, 'forwarded headers are not believed');
});

function answer(request: IncomingMessage, response: ServerResponse): void {
  const began = performance.now();
  const problem = receive(request);
  const path = ownPath(request.url ?? '/') ?? '/';
  // A page that is drawn for an answer is no answer.
  const isDrawing = problem === null && request.headers[DRAW_HEADER] !== undefined;
  const id = isDrawing ? String(request.headers[REQUEST_HEADER]) : newRequestId();
  response.setHeader(REQUEST_HEADER, id);
  forRequest(id, () => {
    if (!isDrawing) response.once('close', () => tell(request, response, routeClass(path), began));
    if (problem !== null) return refuse(response, problem, path.startsWith('/api/'));
    // Most that is asked for is a page that is kept: it takes a fraction of what Next takes to find its own way to it.
    const answered = askPageDesk(request, response) ?? handle(request, response);
    answered.catch((error: unknown) => {
      log.error({ err: error }, 'request failed');
      response.destroy();
    });
  });
}

function tell(request: IncomingMessage, response: ServerResponse, route: RouteClass, began: number): void {
  const { statusCode: status } = response;
  countAnswer(route, status);
  const { method, socket } = request;
  const ms = Math.round(performance.now() - began);
  log.debug({ peer: socket.remoteAddress, method, route, status, ms }, 'answered');
}

/** Short enough to be read out, too long to be met twice. */
function newRequestId(): string {
  return randomBytes(9).toString('base64url');
}

const server = createBoundedServer(answer);
server.on('error', (error) => {
  process.stderr.write(`mxproof: ${host}, port ${port}: ${error.message}; set HOST and PORT.\n`);
  process.exit(1);
});

await app.prepare();
await openDoor(answer);
// Next begins (`instrumentation.ts`) with its first request, which opens all that answers are made of. It ends this process when it fails.
await fetch(`${ownDoor()}${ownLink('/api/health')}`).catch(() => undefined);
server.listen(port, host);
