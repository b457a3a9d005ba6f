import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { PATIENCE_MS } from '../patience';

/** A process that runs checks for others. */
export interface WorkerProcess {
  output(): string;
  /** Ends it in good order; the exit code. */
  end(): Promise<number | null>;
  /** Kills it together with what it has started. */
  kill(): Promise<void>;
}

/** `npm run worker` with these variables, when it runs checks. */
export async function startWorker(env: Readonly<Record<string, string>>): Promise<WorkerProcess> {
  // A group of its own, so that it can be killed with what it has started.
  const product = spawn(process.execPath, [join('scripts', 'worker.mjs')], {
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [product.stdout, product.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => (output += piece));
  const ended = once(product, 'exit');
  await expect.poll(() => output, { timeout: PATIENCE_MS }).toContain('checks at once');
  return {
    output: () => output,
    async end() {
      product.kill('SIGTERM');
      await ended;
      return product.exitCode;
    },
    async kill() {
      if (product.pid === undefined || product.exitCode !== null || product.signalCode !== null) return;
      process.kill(-product.pid, 'SIGKILL');
      await ended;
    },
  };
}
