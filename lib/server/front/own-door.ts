import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The server and what Next has bundled are apart, so what they share hangs on `globalThis`. */
const DOOR = Symbol.for('mxproof.door');

const shared = globalThis as typeof globalThis & { [DOOR]?: string | undefined };

/** A machine may have one of the families alone. */
const LOOPBACK = ['127.0.0.1', '::1'];

/**
 * Opens a door of our own, on a free port of the loopback address: pages are drawn by requests of this process to itself, which would
 * wait with everybody else where connections queue. Rejects when there is no loopback address.
 */
export async function openDoor(handle: RequestListener): Promise<void> {
  const server = await listening(handle, LOOPBACK);
  const { address, port } = server.address() as AddressInfo;
  shared[DOOR] = `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
}

async function listening(handle: RequestListener, [address, ...others]: readonly string[]): Promise<Server> {
  const server = createServer(handle);
  // Whoever asks here ends idle connections first; else one may be ended in the moment in which it is used again, when we are busy.
  server.keepAliveTimeout = 0;
  try {
    server.listen(0, address);
    await once(server, 'listening');
    return server;
  } catch (error) {
    if (others.length === 0) throw error;
    return listening(handle, others);
  }
}

/** The origin at which this process asks itself. Throws when it does not serve. */
export function ownDoor(): string {
  const door = shared[DOOR];
  if (door === undefined) throw new Error('mxproof does not serve yet');
  return door;
}
