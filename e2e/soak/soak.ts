import { setTimeout as pause } from 'node:timers/promises';
import { delayOf, type Watch } from '../bench/watch';
import { postJson } from '../post-json';

/** Checks under way at every moment. */
export const CHECKS_AT_ONCE = 50;
/** Pages that are asked for each second, whether those before were answered or not. */
const VIEWS_PER_SECOND = 50;
const SAMPLE_MS = 1_000;
/** Beyond it a page counts as an error. */
const ANSWER_MS = 30_000;
/** Beyond it a check that was started counts as one that does not end. */
const CHECK_MS = 300_000;
/** Checks of which pages are shown: the newest. */
const SHOWN = 200;

export interface Soaked {
  seconds: number;
  checks: number;
  views: number;
  /** What went wrong, and how often. */
  errors: Record<string, number>;
  /** Of pages, until the whole page was there, in milliseconds. */
  viewMs: { median: number; p99: number };
  /** How long the main thread kept others waiting, in milliseconds: the worst of the pieces of ten seconds, and the median of them. */
  loopDelayMs: { p99: number; medianOfP99: number; max: number };
  memoryMb: { start: number; half: number; end: number; peak: number };
  /** Mean of the last quarter against that of the third, in percent. */
  growthPercent: number;
}

/** Uses mxproof for so long: new checks for those that end, and pages of all kinds. */
export async function soak(product: Watch, targets: readonly string[], seconds: number): Promise<Soaked> {
  const until = Date.now() + seconds * 1000;
  const errors: Record<string, number> = {};
  const fault = (what: string) => (errors[what] = (errors[what] ?? 0) + 1);
  const ids: string[] = [];
  let checks = 0;
  const times: number[] = [];
  const memory: number[] = [];
  const delays: { p99: number; max: number }[] = [];

  const start = async (target: string | undefined): Promise<string> => {
    const answer = await postJson(`${product.url}/api/checks`, { target });
    if (answer.status !== 202) throw new Error(`a check was answered with ${answer.status}`);
    return ((await answer.json()) as { id: string }).id;
  };
  const follow = async (id: string): Promise<void> => {
    const stream = await (await fetch(`${product.url}/api/checks/${id}/events`)).text();
    if (!stream.includes('event: done')) throw new Error('a stream ended before its check');
  };
  const checkOn = async (n: number): Promise<void> => {
    for (let turn = n; Date.now() < until; turn += CHECKS_AT_ONCE) {
      try {
        const id = await within(ANSWER_MS, 'a check was not accepted', start(targets[turn % targets.length]));
        ids.push(id);
        await within(CHECK_MS, 'a check did not end', follow(id));
        checks++;
      } catch (error) {
        fault(reasonOf(error));
        await pause(SAMPLE_MS);
      }
    }
  };
  const load = async (path: string): Promise<number> => {
    const answer = await fetch(`${product.url}${path}`);
    await answer.arrayBuffer();
    return answer.status;
  };
  const view = async (n: number): Promise<void> => {
    const from = performance.now();
    const path = pathOf(n, ids);
    try {
      const status = await within(ANSWER_MS, 'no answer in time', load(path));
      if (status !== 200) fault(`${kindOf(path)} was answered with ${status}`);
      times.push(performance.now() - from);
    } catch (error) {
      fault(`${kindOf(path)}: ${reasonOf(error)}`);
    }
  };
  const viewOn = async (): Promise<void> => {
    const begun = performance.now();
    const under: Promise<void>[] = [];
    for (let n = 0; Date.now() < until; n++) {
      under.push(view(n));
      await pause(Math.max(0, begun + ((n + 1) * 1000) / VIEWS_PER_SECOND - performance.now()));
    }
    await Promise.all(under);
  };
  const watchOn = async (): Promise<void> => {
    await delayOf(product);
    for (let n = 1; Date.now() < until; n++) {
      await pause(SAMPLE_MS);
      memory.push(product.memory() / 1024);
      if (n % 10 === 0) delays.push(await delayOf(product));
    }
  };
  await Promise.all([...Array.from({ length: CHECKS_AT_ONCE }, (_, n) => checkOn(n)), viewOn(), watchOn()]);
  const quarter = Math.floor(memory.length / 4);
  const third = mean(memory.slice(2 * quarter, 3 * quarter));
  const last = mean(memory.slice(3 * quarter));
  return {
    seconds,
    checks,
    views: times.length,
    errors,
    viewMs: { median: Math.round(percentile(times, 50)), p99: Math.round(percentile(times, 99)) },
    loopDelayMs: {
      p99: Math.round(Math.max(...delays.map(({ p99 }) => p99))),
      medianOfP99: Math.round(
        percentile(
          delays.map(({ p99 }) => p99),
          50,
        ),
      ),
      max: Math.round(Math.max(...delays.map(({ max }) => max))),
    },
    memoryMb: {
      start: Math.round(memory[0] ?? 0),
      half: Math.round(memory[2 * quarter] ?? 0),
      end: Math.round(memory.at(-1) ?? 0),
      peak: Math.round(Math.max(...memory)),
    },
    growthPercent: Number((((last - third) / third) * 100).toFixed(1)),
  };
}

/** Half are checks; the rest is what people open beside. */
const OTHER_PATHS = [
  '/',
  '/feedback',
  '/findings',
  '/explain',
  '/compare',
  '/verify',
  '/message',
  '/bounce',
  '/api/checks?limit=20',
  '/domain/healthy.test',
  '/findings/smtp.accepted',
];

function pathOf(n: number, ids: readonly string[]): string {
  const newest = ids.slice(-SHOWN);
  const id = newest[(n * 7) % Math.max(1, newest.length)];
  if (id === undefined || n % 2 === 0) return OTHER_PATHS[(n / 2) % OTHER_PATHS.length] ?? '/';
  return n % 10 === 1 ? `/api/checks/${id}` : n % 10 === 3 ? `/check/${id}/report.txt` : `/check/${id}`;
}

function kindOf(path: string): string {
  return path.replace(/[\w-]{22}/, '{id}');
}

/** What it comes to; fails with these words after so many milliseconds, whatever else it waits for then. */
async function within<T>(ms: number, what: string, coming: Promise<T>): Promise<T> {
  const late = new AbortController();
  const end = pause(ms, undefined, { signal: late.signal }).then(() => {
    throw new Error(what);
  });
  end.catch(() => undefined);
  coming.catch(() => undefined);
  try {
    return await Promise.race([coming, end]);
  } finally {
    late.abort();
  }
}

/** `fetch` says only that it failed; the cause has a code. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.message;
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
