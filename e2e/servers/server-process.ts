import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { PATIENCE_MS } from '../patience';

/** How long a server may take to end by itself before it is killed. */
const END_MS = 5_000;

/** A server that runs in the foreground as a child of this process, and what it printed. */
export interface ServerProcess {
  output(): string;
  /** Ends this process and no other. */
  stop(): Promise<void>;
}

/**
 * Starts a server, its output in the file `log` (Postfix cannot write to a pipe of Node's), and waits until its TCP port
 * answers. Rejects with what it printed when it does not.
 */
export async function startServer(
  [command, ...args]: readonly [string, ...string[]],
  listens: { address: string; port: number },
  log: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<ServerProcess> {
  const { address, port } = listens;
  if (await answers(listens))
    throw new Error(`Something answers on ${address}:${port} already; end it first.`);
  const file = openSync(log, 'a');
  const child = spawn(command, args, { env, stdio: ['ignore', file, file] });
  closeSync(file);
  const output = () => readFileSync(log, 'utf8');
  const until = Date.now() + PATIENCE_MS;
  while (!(await answers(listens))) {
    if (child.exitCode !== null || Date.now() > until) {
      await stop(child);
      throw new Error(`${command} does not answer on ${address}:${port}\n${output()}`);
    }
    await pause(100);
  }
  return { output, stop: () => stop(child) };
}

/** True when something accepts a TCP connection there. */
function answers({ address, port }: { address: string; port: number }): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), END_MS);
  await ended;
  clearTimeout(killer);
}
