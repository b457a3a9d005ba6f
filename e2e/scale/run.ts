import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { installOnDebian } from '@/scripts/debian.mjs';
import { postgresqlPrograms, startCluster } from '@/scripts/postgresql-cluster.mjs';
import { freePort } from '../free-port';
import { type Internet, startInternet } from '../internet/internet';
import { startWorker } from '../postgresql/worker-process';
import type { OwnGroup } from '../process/own-group';
import { type RunningServer, serve } from '../process/serve';
import { block } from '../scenarios/block';
import { polite, zone } from '../scenarios/scenario';
import { labEnvironment } from '../start-lab';
import { type Figure, tellFigures } from '../bench/figure';

const at = block('held');

/** Each has a mail server of its own, so that no check waits for another one's. */
const DOMAINS = 100;
const CHECKS = 200;
/** Checks that are asked for at once. */
const ASKED_AT_ONCE = 16;
const WEBS = 2;
const WORKERS = 4;
/** As many under way in all as in the one process. */
const AT_ONCE = 32;
/** Checks of which each finds nobody before it. */
const ALONE = 40;
const LATENCY_MS = 20;
const OUTAGE_MS = 30_000;
/** Beyond it a check that was accepted is lost. */
const ENDED_WITHIN_MS = 300_000;

/** Processes that share a database. */
interface Installation {
  webs: RunningServer[];
  workers: OwnGroup[];
}

/** `npm run bench:scale`: pages in two processes and checks in four, on PostgreSQL, beside one process on SQLite; both in one run. */
async function main(): Promise<void> {
  if (postgresqlPrograms() === null && !installOnDebian(['postgresql']))
    throw new Error('Install postgresql first, or run this as root on Debian.');
  const folder = mkdtempSync(join(tmpdir(), 'mxproof-scale-'));
  const cluster = await startCluster();
  const figures: Figure[] = [];
  try {
    for (const latencyMs of [0, LATENCY_MS]) {
      const internet = await startInternet(internetOf(latencyMs));
      try {
        const alone = await within(
          await oneProcess(join(folder, String(latencyMs)), internet),
          checksASecond,
        );
        const several = await within(await severalProcesses(folder, internet, cluster.url), async (one) => {
          const rate = await checksASecond(one);
          if (latencyMs === 0) figures.push(await queueToStart(one), await outage(one, cluster));
          return rate;
        });
        console.log(
          `${latencyMs} ms: ${Math.round(alone)} checks a second in one process, ${Math.round(several)} in several`,
        );
        figures.push({
          what: `checks a second, ${latencyMs} ms an answer: one process on SQLite over ${WEBS} and ${WORKERS} on PostgreSQL`,
          figure: Number((alone / several).toFixed(2)),
          limit: 0.67,
          unit: '×',
        });
        if (latencyMs === 0)
          figures.push({
            what: 'time for each check of depth greeting, several processes',
            figure: Number((1000 / several).toFixed(1)),
            limit: 10,
            unit: 'ms',
          });
      } finally {
        await internet.stop();
      }
    }
  } finally {
    await cluster.remove();
    rmSync(folder, { recursive: true, force: true });
  }
  tellFigures(figures);
}

function internetOf(latencyMs: number): Parameters<typeof startInternet>[0] {
  const hosts = Array.from({ length: DOMAINS }, (_, n) => ({
    origin: `d${n}.scale.test`,
    address: at(101 + n),
  }));
  return {
    zones: [
      zone(
        at,
        'scale.test',
        ...hosts.flatMap((_, n) => [`d${n} MX 10 mx.d${n}`, `mx.d${n} A ${at(101 + n)}`]),
      ),
    ],
    behaviours: {},
    mtas: Object.fromEntries(hosts.map(({ origin, address }) => [address, polite(`mx.${origin}`)])),
    latencyMs,
  };
}

async function environment(folder: string, internet: Internet): Promise<Record<string, string>> {
  return {
    ...labEnvironment(folder, internet, await freePort(), []),
    MXPROOF_COMPARE_RESOLVERS: 'none',
    MXPROOF_CONCURRENCY: String(AT_ONCE),
    MXPROOF_CONCURRENCY_PER_CALLER: String(AT_ONCE),
    MXPROOF_QUEUED: String(CHECKS * 2),
    MXPROOF_QUEUED_PER_CALLER: String(CHECKS * 2),
    MXPROOF_STARTS_PER_MINUTE: '0',
    MXPROOF_REUSE_S: '0',
  };
}

async function oneProcess(folder: string, internet: Internet): Promise<Installation> {
  return { webs: [await serve(await environment(folder, internet))], workers: [] };
}

async function severalProcesses(folder: string, internet: Internet, url: string): Promise<Installation> {
  const shared = {
    ...(await environment(folder, internet)),
    DATABASE_URL: url,
    MXPROOF_SECRET: 'a secret of this bench, which is long enough',
    MXPROOF_CHECKS: 'workers',
    MXPROOF_CONCURRENCY: String(AT_ONCE / WORKERS),
    MXPROOF_CONCURRENCY_PER_CALLER: String(AT_ONCE / WORKERS),
  };
  const installation: Installation = { webs: [], workers: [] };
  // One after the other: the first prepares the database.
  for (let n = 0; n < WEBS; n++)
    installation.webs.push(await serve({ ...shared, PORT: String(await freePort()) }));
  for (let n = 0; n < WORKERS; n++) installation.workers.push(await startWorker(shared));
  return installation;
}

async function within<T>(installation: Installation, work: (one: Installation) => Promise<T>): Promise<T> {
  try {
    return await work(installation);
  } finally {
    for (const one of [...installation.workers, ...installation.webs]) await one.kill();
  }
}

/** Checks that have ended in these processes. */
function ended({ webs, workers }: Installation): number {
  return [...webs, ...workers].reduce((sum, one) => sum + one.output().split('"check ended"').length - 1, 0);
}

/** Asks each in turn for so many, some at once; how many were accepted. */
async function askFor({ webs }: Installation, count: number): Promise<number> {
  let next = 0;
  let accepted = 0;
  const ask = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) {
      const target = `user@d${n % DOMAINS}.scale.test`;
      const answer = await webs[n % webs.length]?.post('/api/checks', {
        target,
        options: { depth: 'greeting' },
      });
      await answer?.arrayBuffer();
      if (answer?.status === 202) accepted++;
    }
  };
  await Promise.all(Array.from({ length: ASKED_AT_ONCE }, ask));
  return accepted;
}

/** Until so many more have ended; how many have not. */
async function untilEnded(one: Installation, before: number, count: number): Promise<number> {
  for (const until = performance.now() + ENDED_WITHIN_MS; performance.now() < until; await pause(20))
    if (ended(one) >= before + count) return 0;
  return before + count - ended(one);
}

/** Warmed up with a tenth of it. */
async function checksASecond(one: Installation): Promise<number> {
  await untilEnded(one, ended(one), await askFor(one, CHECKS / 10));
  const before = ended(one);
  const from = performance.now();
  const accepted = await askFor(one, CHECKS);
  const lost = await untilEnded(one, before, accepted);
  if (accepted !== CHECKS || lost > 0)
    throw new Error(`${accepted} of ${CHECKS} checks were accepted, and ${lost} did not end.`);
  return (CHECKS / (performance.now() - from)) * 1000;
}

async function queueToStart({ webs: [web] }: Installation): Promise<Figure> {
  if (web === undefined) throw new Error('nobody serves');
  const waits: number[] = [];
  for (let n = 0; n < ALONE; n++) {
    const id = await web.start(`user@d${n}.scale.test`, { depth: 'greeting' });
    await pause(500);
    const listed = (await (await fetch(`${web.url}/api/checks?limit=1`)).json()) as {
      items: { id: string; createdAt: string }[];
    };
    const { startedAt } = (await (await fetch(`${web.url}/api/checks/${id}`)).json()) as {
      startedAt: string;
    };
    waits.push(Date.parse(startedAt) - Date.parse(listed.items[0]?.createdAt ?? ''));
  }
  return {
    what: 'from the queue to the start of a check that finds nobody before it, median',
    figure: waits.sort((a, b) => a - b)[ALONE / 2] ?? 0,
    limit: 50,
    unit: 'ms',
  };
}

async function outage(
  one: Installation,
  cluster: { stop(): Promise<void>; start(): Promise<void> },
): Promise<Figure> {
  const before = ended(one);
  const asked = askFor(one, CHECKS / 4);
  await pause(1_000);
  await cluster.stop();
  await pause(OUTAGE_MS);
  await cluster.start();
  return {
    what: `PostgreSQL away for ${OUTAGE_MS / 1000} s: accepted checks that did not end`,
    figure: await untilEnded(one, before, await asked),
    limit: 0,
    unit: 'checks',
  };
}

await main();
