import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import type { Report } from '@/lib/report/report';
import { freePort } from '../free-port';
import { PATIENCE_MS } from '../patience';
import { type ServerProcess, startServer } from './server-process';

/** Checks that a test has under way at once: with more a slow machine is late with answers, and who is late is silent. */
export const CHECKS_AT_ONCE = 6;

/** A running mxproof, spoken to over its HTTP API as anybody would. */
export interface Product extends ServerProcess {
  url: string;
  /** Starts a check and waits for its end. Rejects when it does not end in time. */
  check(target: string, options?: Record<string, unknown>): Promise<Report>;
  /** The first part of its output that is of the form, which may come after the port is open. Rejects when none comes in time. */
  says(form: RegExp): Promise<string>;
}

/** Starts mxproof as a person does, with `npm start`, on a free port and its own database. */
export async function startProduct(folder: string, env: Record<string, string>): Promise<Product> {
  const port = await freePort();
  const server = await startServer(
    ['npm', 'start'],
    { address: '127.0.0.1', port },
    join(folder, 'mxproof.log'),
    {
      ...process.env,
      ...env,
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: `file:${join(folder, 'mxproof.db')}`,
    },
  );
  const url = `http://127.0.0.1:${port}`;
  return {
    ...server,
    url,
    check: (target, options = {}) => check(url, target, options),
    says: (form) => said(server, form),
  };
}

async function said({ output }: ServerProcess, form: RegExp): Promise<string> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(100)) {
    const [text] = form.exec(output()) ?? [];
    if (text !== undefined) return text;
  }
  throw new Error(`nothing of the form ${form} in:\n${output()}`);
}

async function check(url: string, target: string, options: Record<string, unknown>): Promise<Report> {
  const started = await fetch(`${url}/api/checks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ target, options: { depth: 'envelope', ...options } }),
  });
  if (started.status !== 202) throw new Error(`POST /api/checks: ${started.status} ${await started.text()}`);
  const { id } = (await started.json()) as { id: string };
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(100)) {
    const report = (await (await fetch(`${url}/api/checks/${id}`)).json()) as Report;
    if (report.finishedAt !== null) return report;
  }
  throw new Error(`The check of ${target} did not end within ${PATIENCE_MS / 1000} s`);
}
