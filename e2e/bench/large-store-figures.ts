import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPrismaStore } from '@/lib/store/prisma-store';
import type { CheckStore } from '@/lib/store/store';
import { idFor } from '../seed/chance';
import { makeDatabase } from '../seed/make-database';
import { mouldsOf } from '../seed/moulds';
import { keepCast } from '../seed/seed-store';
import { startLab } from '../start-lab';
import type { Figure } from './figure';
import { interactionFigure } from './interaction-figure';
import { KINDS, pagesToRead } from './pages-to-read';
import { type PageOfKind, readSteadily } from './steady-reading';
import { twentySessions } from './twenty-sessions';
import { type Watch, watch, watchedBy } from './watch';

const REQUESTS = 10_000;
const PER_SECOND = 50;
/** So many answers are a process that has warmed up. */
const WARM = 1_000;

/** Checks of a domain, in the mean. */
const OF_A_DOMAIN = 50;

const LIMIT = { medianMs: 50, p99Ms: 150, growth: 1.1, bytesOfCheck: 10_000 } as const;

/** What is measured on a database with many checks. */
export interface LargeStore {
  /** How many it has; at a hundred thousand it is made in a quarter of an hour. */
  checks: number;
  /** One that `npm run seed` has made, into which is written; null: it is made, and removed. */
  database: string | null;
}

/** How fast pages are, how much memory and room they need, with many checks of many domains. */
export async function largeStoreFigures({ checks, database }: LargeStore): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mxproof-bench-'));
  const file = database ?? join(folder, 'seeded.db');
  const delays = join(folder, 'delays.json');
  try {
    if (database === null) await makeDatabase(file, { checks, domains: Math.ceil(checks / OF_A_DOMAIN) });
    const { size, large, pages } = await lookAt(`file:${file}`);
    const lab = await startLab({
      env: {
        DATABASE_URL: `file:${file}`,
        // The start page of everybody else has no list of everything that can be tried.
        MXPROOF_LAB_TARGETS: '',
        MXPROOF_COMPARE_RESOLVERS: 'none',
        ...watchedBy(delays),
      },
    });
    try {
      const reading = await readingFigures(watch(lab.url, lab.product.pid ?? 0, delays), pages);
      return [size, ...reading, await interactionFigure(`${lab.url}/check/${large}`)];
    } finally {
      await lab.stop();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What there is in a database before it is served; `large` is the id of a check with twenty sessions, which is put there. */
async function lookAt(url: string): Promise<{ size: Figure; large: string; pages: PageOfKind[] }> {
  const store = await openPrismaStore(url);
  try {
    const { checks, bytes, freeBytes } = await store.size();
    return {
      size: {
        what: `octets of the database for each of ${checks} checks`,
        figure: Math.round((bytes - (freeBytes ?? 0)) / checks),
        limit: LIMIT.bytesOfCheck,
        unit: 'bytes',
      },
      pages: await pagesToRead(store, REQUESTS),
      large: await keepLargeCheck(store),
    };
  } finally {
    await store.close();
  }
}

async function keepLargeCheck(store: CheckStore): Promise<string> {
  const id = idFor('twenty sessions');
  if ((await store.askedOf(id)) !== null) return id;
  const [mould] = await mouldsOf([twentySessions]);
  if (mould !== undefined) await keepCast(store, id, mould.cast('user', 'twenty-sessions.test', new Date()));
  return id;
}

async function readingFigures({ url, memory }: Watch, pages: readonly PageOfKind[]): Promise<Figure[]> {
  await drawAll(url, pages);
  const times = new Map<string, number[]>(KINDS.map((kind) => [kind, []]));
  const refused: string[] = [];
  const megabytes: number[] = [];
  await readSteadily({ url, pages, perSecond: PER_SECOND }, ({ answered, page, status, ms }) => {
    if (status !== 200) refused.push(`${page.path} was answered with ${status}.`);
    times.get(page.kind)?.push(ms);
    if (answered === WARM || answered === pages.length) megabytes.push(memory() / 1024);
  });
  for (const sentence of new Set(refused)) console.log(sentence);
  const [warm = 0, last = 0] = megabytes;
  console.log(
    `resident memory after ${WARM} requests ${Math.round(warm)} MB, after all ${Math.round(last)} MB`,
  );
  return [
    ...KINDS.flatMap((kind) => timeFigures(kind, times.get(kind) ?? [])),
    {
      what: `resident memory after ${pages.length} requests against that after ${WARM}`,
      figure: Number((last / warm).toFixed(2)),
      limit: LIMIT.growth,
      unit: '×',
    },
    { what: `of ${pages.length} pages were not there`, figure: refused.length, limit: 0, unit: 'pages' },
  ];
}

/** Asks for each page once, one after the other, so that later it is drawn only when something has changed; tells what that took. */
async function drawAll(url: string, pages: readonly PageOfKind[]): Promise<void> {
  const different = [...new Map(pages.map((page) => [page.path, page])).values()];
  for (const kind of KINDS) {
    const times: number[] = [];
    for (const { path } of different.filter((page) => page.kind === kind)) {
      const from = performance.now();
      await (await fetch(`${url}${path}`)).arrayBuffer();
      times.push(performance.now() - from);
    }
    console.log(
      `${kind}: ${times.length} different pages, drawn one after the other in ${Math.round(percentile(times, 50))} ms (median)`,
    );
  }
}

function timeFigures(kind: string, times: readonly number[]): Figure[] {
  const what = `${kind}, at ${PER_SECOND} requests a second of ${KINDS.length} kinds`;
  return [
    { what: `${what}, median`, figure: Math.round(percentile(times, 50)), limit: LIMIT.medianMs, unit: 'ms' },
    { what: `${what}, p99`, figure: Math.round(percentile(times, 99)), limit: LIMIT.p99Ms, unit: 'ms' },
  ];
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}
