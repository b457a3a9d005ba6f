import net from 'node:net';
import { listenTcp } from './listen';
import type { Running } from './mta';

/** Puts a delay on everything that an MTA says: listens at `place` and passes on to `behind`. */
export async function startDelayLine(
  place: { address: string; port: number },
  behind: { address: string; port: number },
  latencyMs: number,
): Promise<Running> {
  const sockets = new Set<net.Socket>();
  const keep = (socket: net.Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  };
  const server = net.createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
    const mta = net.connect({ host: behind.address, port: behind.port, noDelay: true, allowHalfOpen: true });
    [client, mta].forEach(keep);
    client.pipe(mta);
    // Timers of one duration run in the order they were set.
    const later = (act: () => void) => setTimeout(act, latencyMs).unref();
    mta.on('data', (chunk) => later(() => client.destroyed || client.write(chunk)));
    mta.on('end', () => later(() => client.end()));
    mta.on('close', () => later(() => client.destroy()));
    client.on('close', () => mta.destroy());
  });
  await listenTcp(server, place);
  return {
    stop() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
