import { join } from 'node:path';
import { expect } from '@playwright/test';
import { PATIENCE_MS } from '../patience';
import { postJson } from '../post-json';
import { type OwnGroup, startGroup } from './own-group';

/** mxproof as `npm start` starts it. */
export const START = [join('scripts', 'start.mjs')];

/** Another way to start it. */
interface StartedBy {
  command: readonly [program: string, ...args: string[]];
  cwd: string;
  /** In the place of this process's environment. */
  env: NodeJS.ProcessEnv;
}

/** A process of mxproof that answers. */
export interface RunningServer extends OwnGroup {
  url: string;
  read(id: string): Promise<SeenReport>;
  post(path: string, body?: object): Promise<Response>;
  /** Starts a check; its id. */
  start(target: string, options?: object): Promise<string>;
}

/** What these tests look at in a report. */
interface SeenReport {
  id: string;
  status: string;
  seq: number;
  queuePlace: number | null;
  finishedAt: string | null;
  digest: string | null;
  verdict: object | null;
  trace: { queryCount: number };
  sessions: unknown[];
}

/** Starts mxproof with these variables, `PORT` among them, and waits until it answers. */
export async function serve(
  env: Readonly<Record<string, string>>,
  by: StartedBy = { command: [process.execPath, ...START], cwd: '.', env: process.env },
): Promise<RunningServer> {
  const url = `http://127.0.0.1:${env['PORT'] ?? ''}${env['MXPROOF_BASE_PATH'] ?? ''}`;
  const group = startGroup(by.command, { cwd: by.cwd, env: { ...by.env, ...env } });
  await expect.poll(() => answers(url), { timeout: PATIENCE_MS }).toBe(true);
  const post = (path: string, body: object = {}) => postJson(`${url}${path}`, body);
  return {
    url,
    read: async (id) => (await (await fetch(`${url}/api/checks/${id}`)).json()) as SeenReport,
    post,
    ...group,
    async start(target, options = {}) {
      return ((await (await post('/api/checks', { target, options })).json()) as { id: string }).id;
    },
  };
}

/** Whether mxproof is healthy there. */
export function answers(url: string): Promise<boolean> {
  // A connection of its own each time: a server that is ending still serves those that are open.
  return fetch(`${url}/api/health`, { headers: { connection: 'close' } }).then(
    ({ ok }) => ok,
    () => false,
  );
}
