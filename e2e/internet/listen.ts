import type net from 'node:net';

/** Resolves when the server listens on the address; rejects with the system's error, e.g. EADDRINUSE. */
export function listenTcp(server: net.Server, place: { address: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: place.address, port: place.port, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
