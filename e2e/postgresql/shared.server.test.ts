import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../free-port';
import { PATIENCE_MS } from '../patience';
import type { OwnGroup } from '../process/own-group';
import { type RunningServer, serve } from '../process/serve';
import nameServersSilent from '../scenarios/dns/name-servers-silent';
import healthy from '../scenarios/smtp/healthy';
import { type Practice, SILENT_ADDRESS, startPractice } from './practice';
import { startWorker } from './worker-process';

const folder = mkdtempSync(join(tmpdir(), 'mxproof-shared-'));

/** How long a process is missed before it is taken for dead, and as long again after a start. */
const MISSED_MS = 45_000;

let practice: Practice;
let cluster: Practice['cluster'];
let environment: Record<string, string>;
let first: RunningServer;
let second: RunningServer;
let workers: OwnGroup[] = [];

beforeAll(async () => {
  practice = await startPractice([healthy, nameServersSilent], folder);
  cluster = practice.cluster;
  environment = { ...practice.environment, MXPROOF_GREETING_TIMEOUT_S: '30', MXPROOF_CHECKS: 'workers' };
  first = await serve(environment);
  second = await serve({ ...environment, PORT: String(await freePort()) });
  workers = [await startWorker(environment), await startWorker(environment)];
}, 10 * PATIENCE_MS);
afterAll(async () => {
  for (const one of [...workers, first, second]) await one.kill();
  await practice.stop();
  rmSync(folder, { recursive: true, force: true });
});

const killWorkers = () => Promise.all(workers.splice(0).map((worker) => worker.kill()));
const until = (id: string, seen: object, timeout = PATIENCE_MS) =>
  expect.poll(() => second.read(id), { timeout }).toMatchObject(seen);

/** The numbers of the events after `after`, and the type of the last. */
async function follow({ url }: RunningServer, id: string, after = 0) {
  const response = await fetch(`${url}/api/checks/${id}/events`, {
    headers: { 'Last-Event-ID': String(after) },
  });
  const text = await response.text();
  return {
    seqs: [...text.matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1])),
    last: [...text.matchAll(/^event: (\S+)$/gm)].at(-1)?.[1],
  };
}

test(
  'a check that one process has been asked for, another runs, and a third shows: live, and from any number on',
  async () => {
    const id = await first.start(healthy.target);
    const live = await follow(second, id);
    expect(live.last).toBe('done');
    expect(live.seqs).toEqual([...new Set(live.seqs)].sort((a, b) => a - b));
    expect(live.seqs[0]).toBe(1);
    const half = Math.floor(live.seqs.length / 2);
    for (const server of [first, second]) {
      expect(await server.read(id)).toMatchObject({ status: 'done', verdict: { outcome: 'accepted' } });
      const rest = await follow(server, id, half);
      expect([rest.seqs[0], rest.last]).toEqual([expect.toSatisfy((seq: number) => seq > half), 'done']);
    }
  },
  3 * PATIENCE_MS,
);

test(
  'one that runs elsewhere is seen while it runs, and stopped',
  async () => {
    const id = await first.start('user@silent.test');
    await until(id, { status: 'running', sessions: [{ outcome: null }] });
    const live = follow(second, id);
    const stopped = await second.post(`/api/checks/${id}/stop`);
    expect(await stopped.json()).toMatchObject({ status: 'stopped', sessions: [{ outcome: 'stopped' }] });
    expect((await live).last).toBe('done');
  },
  3 * PATIENCE_MS,
);

test(
  'never two sessions with one address at a time, whatever worker has them',
  async () => {
    const ids = [await first.start('a@silent.test'), await second.start('b@silent.test')];
    const sessions = async () =>
      (await Promise.all(ids.map((id) => first.read(id)))).flatMap((report) => report.sessions);
    await expect.poll(async () => (await sessions()).length, { timeout: PATIENCE_MS }).toBe(2);
    await pause(2_000);
    const open = (await sessions()) as { transcript: unknown[] }[];
    expect(open.filter(({ transcript }) => transcript.length > 0)).toHaveLength(1);
    await Promise.all(ids.map((id) => first.post(`/api/checks/${id}/stop`)));
  },
  3 * PATIENCE_MS,
);

test(
  'a batch is given to either, fed by one, and run by workers',
  async () => {
    for (const server of [first, second]) {
      const begun = await server.post('/api/batches', { targets: [healthy.target, 'user@nowhere.test'] });
      const { id } = (await begun.json()) as { id: string };
      const read = async () => (await fetch(`${server.url}/api/batches/${id}`)).json();
      await expect.poll(read, { timeout: PATIENCE_MS }).toMatchObject({ state: 'done' });
    }
  },
  5 * PATIENCE_MS,
);

test(
  'the database is away for some seconds: what runs goes on, and nothing is lost',
  async () => {
    const id = await first.start('user@silent.test');
    await until(id, { status: 'running', sessions: [{ outcome: null }] });
    const live = follow(second, id);
    await pause(1_000);
    await cluster.stop();
    await pause(8_000);
    await cluster.start();
    await until(id, { status: 'done', sessions: [{ outcome: 'silent' }] }, 2 * PATIENCE_MS);
    expect((await live).last).toBe('done');
    const next = await second.start(healthy.target);
    await until(next, { status: 'done', verdict: { outcome: 'accepted' } });
  },
  5 * PATIENCE_MS,
);

test(
  'a worker that is killed before any session: its check is made once more',
  async () => {
    const id = await first.start(nameServersSilent.target);
    await until(id, { status: 'running' });
    await killWorkers();
    await until(id, { status: 'queued' }, MISSED_MS);
    workers = [await startWorker(environment), await startWorker(environment)];
    await until(id, { status: 'done' }, 2 * PATIENCE_MS);
  },
  5 * PATIENCE_MS,
);

test(
  'a worker that is killed after a session began: its check was interrupted, with what was seen',
  async () => {
    const id = await first.start('user@silent.test');
    await until(id, { status: 'running', sessions: [{ outcome: null }] });
    await killWorkers();
    await until(id, { status: 'interrupted', sessions: [{ address: SILENT_ADDRESS }] }, MISSED_MS);
    workers = [await startWorker(environment), await startWorker(environment)];
  },
  5 * PATIENCE_MS,
);

test(
  'who does what is planned is killed, and another one does it; workers end in good order',
  async () => {
    const keeps = 'this process does what is planned';
    // Whoever said so last does it; both may have, since the database was away.
    const said = ({ output }: RunningServer) => output().lastIndexOf(keeps);
    const timeOf = (server: RunningServer) =>
      said(server) === -1
        ? ''
        : (/"time":"([^"]+)"/.exec(server.output().slice(0, said(server)).split('\n').at(-1) ?? '')?.[1] ??
          '');
    const [keeper, other] = timeOf(first) > timeOf(second) ? [first, second] : [second, first];
    const before = said(other);
    await keeper.kill();
    await expect.poll(() => said(other), { timeout: PATIENCE_MS }).toBeGreaterThan(before);
    for (const worker of workers.splice(0)) expect(await worker.end('SIGTERM')).toBe(0);
  },
  3 * PATIENCE_MS,
);
