import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import type { CheckEvent } from '@/lib/report/event';
import type { Report } from '@/lib/report/report';
import { sealEvidence } from '@/lib/store/evidence';
import { isEvidence } from '@/lib/report/event';
import { CHROMIUM } from '../browser/chromium';
import { batchFigures } from './batch-figures';
import { bounceOf } from '../fixtures/notices';
import { freePort } from '../free-port';
import { endProcess, type Lab, startLab } from '../start-lab';
import { labScenarios } from '../scenarios/playable';
import { postJson } from '../post-json';
import { amplificationFigures } from './amplification-figures';
import { type Figure, tellFigures } from './figure';
import { handOverFigures } from './hand-over-figures';
import { type LargeStore, largeStoreFigures } from './large-store-figures';
import { longestChainMs } from './longest-chain';
import { mailFigures } from './mail-figures';
import { pageFigures } from './page-figures';
import { smtpFigures } from './smtp-figures';
import { watch, type Watch, watchedBy } from './watch';

/** Added to every answer of the practice internet. */
const LATENCY_MS = 20;
const DEEP = 'user@mail.shop.three-levels-deep.test';
const COLD_CHECKS = 7;
const CLICKS = 7;
const AT_ONCE = 50;
const BOUNCED = {
  address: 'nobody@healthy.test',
  host: 'mx1.healthy.test',
  hostAddress: '192.0.2.25',
  reply: '550 5.1.1 User unknown',
  status: '5.1.1',
};
/** A server that stays silent to both tries over UDP is given up after this (`lib/dns/attempts.ts`). */
const GIVEN_UP_MS = 4_000;

/** By its name, what can be measured alone. */
const PARTS: Readonly<Record<string, (about: LargeStore) => Promise<Figure[]>>> = {
  mails: mailFigures,
  batches: batchFigures,
  amplification: amplificationFigures,
  sessions: smtpFigures,
  product: productFigures,
  store: largeStoreFigures,
  start: async () => [await secondStart()],
};

/**
 * `npm run bench -- [PART …] [--checks 10000] [--database FILE]`: the figures of `docs/figures.md` as a table, and as JSON in the last
 * line. Fails when one is over its limit.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { checks: { type: 'string', default: '10000' }, database: { type: 'string' } },
    allowPositionals: true,
  });
  const unknown = positionals.find((name) => !(name in PARTS));
  if (unknown !== undefined)
    throw new Error(`There is no part ${unknown}; there are ${Object.keys(PARTS).join(', ')}.`);
  const about = { checks: Number(values.checks), database: values.database ?? null };
  if (!(about.checks >= 1)) throw new Error('--checks must be a number above 0.');
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(PARTS))
    if (positionals.length === 0 || positionals.includes(name)) figures.push(...(await measure(about)));
  tellFigures(figures);
}

async function productFigures(): Promise<Figure[]> {
  const delays = join(mkdtempSync(join(tmpdir(), 'mxproof-bench-')), 'delays.json');
  const lab = await startLab({
    latencyMs: LATENCY_MS,
    env: {
      MXPROOF_CONCURRENCY: String(AT_ONCE),
      ...watchedBy(delays),
    },
  });
  try {
    const figures = [
      ...(await coldCheck(lab)),
      await deadServers(lab),
      await evidenceSize(lab),
      ...(await pages(lab)),
    ];
    const watched = watch(lab.url, lab.product.pid ?? 0, delays);
    figures.push(...(await inBrowser(lab)), await memoryOfMany(watched));
    figures.push(...(await handOverFigures(watched)));
    return figures;
  } finally {
    await lab.stop();
    rmSync(dirname(delays), { recursive: true });
  }
}

async function coldCheck({ url }: Lab): Promise<Figure[]> {
  const ratios: number[] = [];
  const walls: number[] = [];
  for (let n = 0; n < COLD_CHECKS; n++) {
    const report = await check(url, DEEP);
    walls.push(report.durationMs ?? Number.POSITIVE_INFINITY);
    ratios.push((report.durationMs ?? Number.POSITIVE_INFINITY) / longestChainMs(report));
  }
  console.log(`cold check: ${median(walls)} ms, median of ${COLD_CHECKS}`);
  return [
    {
      what: 'cold check, wall time against its longest chain (20 ms an answer)',
      figure: round(median(ratios), 2),
      limit: 1.25,
      unit: '×',
    },
  ];
}

/** With dead servers, a check may take one time-out longer; what it measures is how much beyond its longest chain. */
async function deadServers({ url }: Lab): Promise<Figure> {
  const report = await check(url, 'user@eight-servers.test');
  const living = {
    ...report,
    trace: { ...report.trace, steps: report.trace.steps.filter(({ outcome }) => outcome !== 'silence') },
  };
  const wall = (report.durationMs ?? Number.POSITIVE_INFINITY) - GIVEN_UP_MS;
  console.log(`eight servers: ${report.durationMs ?? 0} ms, ${report.trace.queryCount} queries`);
  return {
    what: 'eight servers, two dead, five exchanges: the same, less one time-out',
    figure: round(wall / longestChainMs(living), 2),
    limit: 1.25,
    unit: '×',
  };
}

async function evidenceSize({ url }: Lab): Promise<Figure> {
  const { id } = await check(url, 'user@healthy.test');
  const stream = await (await fetch(`${url}/api/checks/${id}/events`)).text();
  const events = [...stream.matchAll(/^data: (.*)$/gm)].map(
    ([, data = '']) => JSON.parse(data) as CheckEvent,
  );
  const { body } = await sealEvidence(events.filter(isEvidence));
  return { what: 'sealed evidence of a normal check', figure: body.length, limit: 10_000, unit: 'bytes' };
}

/** Every kind of page, and a check that is still under way. */
async function pages({ url }: Lab): Promise<Figure[]> {
  const pathOf = (id: string): string => `/check/${id}`;
  const five = await check(url, 'user@eight-servers.test');
  const temporary = await check(url, 'user@greylisting.test');
  const running = await start(url, 'user@silent-greeting.test');
  const bounce = await handOver(url, bounceOf(BOUNCED));
  return pageFigures({
    url,
    five: pathOf(five.id),
    scripts: {
      'a running check': pathOf(running),
      'a finished check': pathOf(five.id),
      'a temporary result': pathOf(temporary.id),
      '/': '/',
      '/bounce': '/bounce',
      '/feedback': '/feedback',
      '/explain': '/explain',
      '/findings': '/findings',
      'a finding': '/findings/smtp.accepted',
      'a domain': '/domain/eight-servers.test',
      'a bounce': bounce,
    },
  });
}

async function inBrowser({ url }: Lab): Promise<Figure[]> {
  const browser = await chromium.launch(CHROMIUM);
  try {
    const clicks: number[] = [];
    const page = await browser.newPage();
    await page.addInitScript(noteFirstEvent);
    for (let n = 0; n < CLICKS; n++) {
      await page.goto(url, { waitUntil: 'networkidle' });
      await page.getByLabel('Domain or mail address').fill(DEEP);
      await page.evaluate(press);
      const seen = await page.waitForFunction(msFromPressToEvent);
      clicks.push(Number(await seen.jsonValue()));
    }
    return [
      {
        what: 'first event at the browser after the click, median',
        figure: round(median(clicks), 0),
        limit: 200,
        unit: 'ms',
      },
    ];
  } finally {
    await browser.close();
  }
}

/** Runs in each page: notes when the first thing of the trace stands on the page of the check. */
function noteFirstEvent(): void {
  new MutationObserver((_, observer) => {
    if (document.querySelector('#chain') === null) return;
    observer.disconnect();
    sessionStorage.setItem('seen', String(Date.now()));
  }).observe(document, { childList: true, subtree: true });
}

/** Runs in the page of the form. */
function press(): void {
  sessionStorage.removeItem('seen');
  sessionStorage.setItem('pressed', String(Date.now()));
  document.querySelector<HTMLButtonElement>('main form button.btn-main')?.click();
}

/** Runs in either page; null as long as there is no event. */
function msFromPressToEvent(): number | null {
  const seen = sessionStorage.getItem('seen');
  return seen === null ? null : Number(seen) - Number(sessionStorage.getItem('pressed'));
}

async function memoryOfMany({ url, memory }: Watch): Promise<Figure> {
  const targets = labScenarios().map(({ target }) => target);
  const ids = await Promise.all(
    Array.from({ length: AT_ONCE }, (_, n) => start(url, targets[n % targets.length] ?? DEEP)),
  );
  let peakKb = 0;
  const sampling = setInterval(() => {
    peakKb = Math.max(peakKb, memory());
  }, 50);
  await Promise.all(ids.map((id) => ended(url, id)));
  clearInterval(sampling);
  return {
    what: `resident memory with ${AT_ONCE} checks at once`,
    figure: Math.round(peakKb / 1024),
    limit: 300,
    unit: 'MB',
  };
}

async function secondStart(): Promise<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'mxproof-bench-'));
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: String(port),
    DATABASE_URL: `file:${join(folder, 'data', 'mxproof.db')}`,
  };
  const from = performance.now();
  const product = spawn('npm', ['start', '--silent'], { env, stdio: 'ignore' });
  while (
    !(await fetch(`http://127.0.0.1:${port}/`).then(
      ({ ok }) => ok,
      () => false,
    ))
  )
    await pause(10);
  const seconds = (performance.now() - from) / 1000;
  await endProcess(product);
  rmSync(folder, { recursive: true });
  return {
    what: 'npm start until the first page, nothing to build',
    figure: round(seconds, 1),
    limit: 3,
    unit: 's',
  };
}

async function start(url: string, target: string): Promise<string> {
  const answer = await postJson(`${url}/api/checks`, { target });
  return ((await answer.json()) as { id: string }).id;
}

/** The path of the page of a mail. */
async function handOver(url: string, body: string): Promise<string> {
  const headers = { 'content-type': 'message/rfc822' };
  const answer = await fetch(`${url}/api/bounces`, { method: 'POST', headers, body });
  return ((await answer.json()) as { url: string }).url;
}

/** Follows the stream to its end, as a page does. */
async function ended(url: string, id: string): Promise<Report> {
  await (await fetch(`${url}/api/checks/${id}/events`)).text();
  return (await (await fetch(`${url}/api/checks/${id}`)).json()) as Report;
}

async function check(url: string, target: string): Promise<Report> {
  return ended(url, await start(url, target));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

await main();
