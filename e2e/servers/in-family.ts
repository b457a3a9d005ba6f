import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from './server-process';

/** Pages of both kinds, what programs ask, and what is measured. */
const PATHS = ['/', '/findings', '/explain', '/api/health', '/nothing'];

/** As a program, inside a network of one family: starts mxproof and prints what it answers at this address, as JSON. */
const [address = '', host = ''] = process.argv.slice(2);
const port = 3000;
const folder = mkdtempSync(join(tmpdir(), 'mxproof-family-'));
const server = await startServer(['npm', 'start'], { address, port }, join(folder, 'log'), {
  ...process.env,
  HOST: host,
  PORT: String(port),
  MXPROOF_OPEN: '1',
  DATABASE_URL: `file:${join(folder, 'mxproof.db')}`,
});
const name = address.includes(':') ? `[${address}]` : address;
const answers: Record<string, number> = {};
for (const path of PATHS) answers[path] = (await fetch(`http://${name}:${port}${path}`)).status;
console.log(JSON.stringify(answers));
await server.stop();
rmSync(folder, { recursive: true });
