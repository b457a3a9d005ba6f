import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { noteProcess } from '../../scripts/test-run.mjs';
import { postJson } from '../post-json';

/** How long a start may take on a busy machine. */
const START_MS = 120_000;

/** What is compared of a report. */
export interface KeptReport {
  status: string;
  finishedAt: string | null;
  digest: string | null;
  sessions: unknown[];
  trace: { queryCount: number };
}

/** An mxproof that is there to be killed. */
export interface Target {
  /** Starts a check; its id. */
  start(target: string): Promise<string>;
  /** Rejects when it cannot be read. */
  read(id: string): Promise<KeptReport>;
  /** Each process of it at once, with what no program can refuse. */
  kill(): Promise<void>;
}

/** Starts mxproof with these variables. Rejects when it does not answer. */
export async function startTarget(env: Readonly<Record<string, string>>): Promise<Target> {
  const url = `http://127.0.0.1:${env['PORT'] ?? ''}`;
  const product = spawn(process.execPath, [join('scripts', 'start.mjs')], {
    env: { ...process.env, ...env },
    // A group of its own, so that all of it is killed at once.
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  noteProcess(product.pid);
  const ended = once(product, 'exit');
  await untilHealthy(url, product);
  return {
    async start(target) {
      const answer = await postJson(`${url}/api/checks`, { target });
      if (answer.status !== 202) throw new Error(`${target}: ${answer.status} ${await answer.text()}`);
      return ((await answer.json()) as { id: string }).id;
    },
    async read(id) {
      const answer = await fetch(`${url}/api/checks/${id}`);
      if (!answer.ok) throw new Error(`${id}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as KeptReport;
    },
    async kill() {
      const hasEnded = product.exitCode !== null || product.signalCode !== null;
      if (product.pid !== undefined && !hasEnded) process.kill(-product.pid, 'SIGKILL');
      await ended;
    },
  };
}

async function untilHealthy(url: string, product: ChildProcess): Promise<void> {
  for (const until = Date.now() + START_MS; Date.now() < until; await pause(50)) {
    if (product.exitCode !== null) throw new Error('mxproof did not start; see above.');
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok === true) return;
  }
  throw new Error(`mxproof does not answer at ${url}.`);
}
