import { chromium, type Page } from '@playwright/test';
import { CHROMIUM } from '../browser/chromium';
import type { Figure } from './figure';
import { LINES, SESSIONS } from './twenty-sessions';

const LIMIT_MS = 100;

/** What is pressed: what folds a session, and what leads to a part of the page. */
const PRESSED = ['details[id^="smtp-"] > summary', '.jump-links a'];

/** The slowest answer of a large page to a press, as the browser itself measures it (Event Timing): until the next frame is painted. */
export async function interactionFigure(url: string): Promise<Figure> {
  const browser = await chromium.launch(CHROMIUM);
  try {
    const page = await browser.newPage();
    await page.addInitScript(observePresses);
    await page.goto(url, { waitUntil: 'networkidle' });
    const folds = await page.locator(PRESSED[0] ?? '').count();
    if (folds !== SESSIONS) throw new Error(`The page has ${folds} sessions, not ${SESSIONS}.`);
    const times: number[] = [];
    for (const pressed of PRESSED)
      for (const one of await page.locator(pressed).all()) {
        await one.click();
        times.push(await msOfPress(page));
      }
    console.log(`presses on a check page with ${SESSIONS} sessions: ${times.join(' ')} ms`);
    return {
      what: `a press on a check page with ${SESSIONS} sessions of ${LINES} lines until the next frame, slowest of ${times.length}`,
      figure: Math.max(...times),
      limit: LIMIT_MS,
      unit: 'ms',
    };
  } finally {
    await browser.close();
  }
}

declare global {
  interface Window {
    /** Milliseconds that events took since the last press was looked at. */
    tookMs: number[];
  }
}

/** Runs in the page. */
function observePresses(): void {
  window.tookMs = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.tookMs.push(duration);
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}

/** Those that take less than 16 ms are told by no browser, and count as 16. */
async function msOfPress(page: Page): Promise<number> {
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 50))));
  return page.evaluate(() => Math.max(16, ...window.tookMs.splice(0)));
}
