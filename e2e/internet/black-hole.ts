import net from 'node:net';
import { Worker } from 'node:worker_threads';
import type { Running } from './mta';

/** Connections that fill the queue of a listener with backlog 1, with one to spare. */
const FILLERS = 3;

const LISTEN_AND_SLEEP = `
  const { workerData, parentPort } = require('node:worker_threads');
  const server = require('node:net').createServer();
  server.once('error', (error) => { throw error; });
  server.listen({ host: workerData.address, port: workerData.port, backlog: 1, exclusive: true }, () => {
    parentPort.postMessage('listening');
    Atomics.wait(workerData.flag, 0, 0);
    process.exit(0);
  });`;

/**
 * An address whose connections time out: a thread listens and never accepts, its queue is kept full, and the kernel
 * drops every further SYN. Nothing leaves the machine. Rejects when the port is taken.
 */
export async function startBlackHole(place: { address: string; port: number }): Promise<Running> {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(LISTEN_AND_SLEEP, { eval: true, workerData: { ...place, flag } });
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
  const fillers = Array.from({ length: FILLERS }, () => {
    const socket = net.connect({ host: place.address, port: place.port });
    socket.on('error', () => undefined);
    socket.unref();
    return socket;
  });
  await new Promise((resolve) => fillers[0]?.once('connect', resolve));
  return {
    async stop() {
      for (const socket of fillers) socket.destroy();
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      Atomics.store(flag, 0, 1);
      Atomics.notify(flag, 0);
      await ended;
    },
  };
}
