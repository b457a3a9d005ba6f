// What `scripts/serve.mjs` starts to serve the build: Next behind a server with limits.
import next from 'next';
import { createBoundedServer } from './bounded-server.mjs';
import { fail, ROOT } from './ready.mjs';

const { HOST: hostname = '127.0.0.1', PORT = '3000' } = process.env;
const port = Number(PORT);

const app = next({ dev: false, dir: ROOT, hostname, port });
await app.prepare();
const handle = app.getRequestHandler();
createBoundedServer((request, response) => {
  handle(request, response).catch((/** @type {unknown} */ error) => {
    console.error(error);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
})
  .on('error', (error) => fail(`It cannot listen on ${hostname}, port ${port} (${error.message}).`))
  .listen(port, hostname);
