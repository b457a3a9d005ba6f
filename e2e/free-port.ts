import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that systems give to outgoing connections, which could take a free one in the meantime. */
const FIRST_PORT = 10_000;
const PORTS = 10_000;
const MAX_TRIES = 50;

/** A port of the loopback address that nobody listens on. Rejects when so many tries found none. */
export async function freePort(): Promise<number> {
  for (let tries = 1; tries <= MAX_TRIES; tries++) {
    const port = FIRST_PORT + Math.floor(Math.random() * PORTS);
    if (await isFree(port)) return port;
  }
  throw new Error(`None of ${MAX_TRIES} ports was free.`);
}

/** Whether mxproof could listen there. */
export async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port, '127.0.0.1');
  try {
    await once(probe, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    probe.close();
  }
}
