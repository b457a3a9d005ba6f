import { get } from 'node:http';
import { type Browser, chromium } from '@playwright/test';
import { CHROMIUM } from '../browser/chromium';
import type { Figure } from './figure';

const REQUESTS = 600;
/** As many as two cores can have in work without waiting for each other. */
const AT_ONCE = 4;
const ALONE = 100;

const LIMIT = { perSecond: 150, medianMs: 10, pageKb: 60, scriptKb: 100 } as const;

/** Pages that every reader can come to, by what they are. */
export interface PagesToMeasure {
  url: string;
  /** Path of a check that has five sessions and is over. */
  five: string;
  /** By name: the paths of pages whose script is measured. */
  scripts: Readonly<Record<string, string>>;
}

/** What a page costs its server, and how much script it brings. */
export async function pageFigures({ url, five, scripts }: PagesToMeasure): Promise<Figure[]> {
  // First: one of the pages is of a check that does not wait.
  const figures = await scriptFigures(url, scripts);
  const page = `${url}${five}`;
  const { bytes } = await read(page);
  const times: number[] = [];
  for (let n = 0; n < ALONE; n++) times.push((await read(page)).ms);
  figures.push(
    figure('page of a finished check with five sessions, compressed', bytes / 1000, LIMIT.pageKb, 'kB'),
    figure('the same from the server, median', median(times), LIMIT.medianMs, 'ms'),
    perSecond('page of a finished check with five sessions', await rate(page)),
    perSecond('/findings', await rate(`${url}/findings`)),
  );
  return figures;
}

async function scriptFigures(url: string, scripts: PagesToMeasure['scripts']): Promise<Figure[]> {
  const figures: Figure[] = [];
  const browser = await chromium.launch(CHROMIUM);
  try {
    for (const [name, path] of Object.entries(scripts))
      figures.push(
        figure(
          `first-load JavaScript of ${name}, compressed`,
          (await scriptBytes(browser, `${url}${path}`)) / 1000,
          LIMIT.scriptKb,
          'kB',
        ),
      );
  } finally {
    await browser.close();
  }
  return figures;
}

function figure(what: string, value: number, limit: number, unit: string): Figure {
  return { what, figure: Number(value.toFixed(1)), limit, unit };
}

/** Figures have an upper limit, so a rate is told as the time of one request among many. */
function perSecond(what: string, requests: number): Figure {
  console.log(`${what}: ${Math.round(requests)} requests a second`);
  return figure(`${what}, ${AT_ONCE} at once: a request each`, 1000 / requests, 1000 / LIMIT.perSecond, 'ms');
}

async function rate(url: string): Promise<number> {
  await read(url);
  const from = performance.now();
  let left = REQUESTS;
  const reader = async (): Promise<void> => {
    while (left-- > 0) await read(url);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, reader));
  return (REQUESTS * 1000) / (performance.now() - from);
}

/** As a browser over plain HTTP asks; the bytes are counted as they come, compressed. */
function read(url: string): Promise<{ bytes: number; ms: number }> {
  const from = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip, deflate' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve({ bytes, ms: performance.now() - from })
          : reject(new Error(`${url} answered ${answer.statusCode ?? 0}`)),
      );
    }).on('error', reject);
  });
}

async function scriptBytes(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: 'load' });
  const bytes = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(
        (entry): entry is PerformanceResourceTiming =>
          entry instanceof PerformanceResourceTiming && entry.initiatorType === 'script',
      )
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );
  await page.close();
  return bytes;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
