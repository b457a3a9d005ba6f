import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Beyond any time that the main thread may keep others waiting. */
const ANSWER_MS = 60_000;

/** The product, with `loop-delay.mjs` inside. */
export interface Watch {
  url: string;
  /** Of the process that serves. */
  pid: number;
  /** Where it writes how long it kept others waiting. */
  delays: string;
  /** Resident memory, in kB. */
  memory(): number;
}

/** What the product is started with, so that it can be watched. */
export function watchedBy(delays: string): Record<string, string> {
  return {
    MXPROOF_BENCH_DELAY: delays,
    NODE_OPTIONS: `--import=${join(import.meta.dirname, 'loop-delay.mjs')}`,
  };
}

/** Watches a product that was started by this process, which has this number. */
export function watch(url: string, starter: number, delays: string): Watch {
  const pid = youngest(starter);
  return { url, pid, delays, memory: () => statusOf(pid, 'VmRSS') };
}

/**
 * How long the main thread kept others waiting since the last time this was asked, in milliseconds. Fails when it does not
 * answer.
 */
export async function delayOf({ pid, delays }: Watch): Promise<{ p99: number; max: number }> {
  rmSync(delays, { force: true });
  process.kill(pid, 'SIGUSR2');
  const until = Date.now() + ANSWER_MS;
  while (!existsSync(delays)) {
    if (Date.now() > until) throw new Error(`The process ${pid} did not tell its delays.`);
    await pause(20);
  }
  await pause(50);
  return JSON.parse(readFileSync(delays, 'utf8')) as { p99: number; max: number }; // as loop-delay.mjs writes it
}

/** The last process of a chain of children: the server itself. */
function youngest(pid: number): number {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => statusOf(Number(name), 'PPid') === pid);
  const [child] = children;
  return child === undefined ? pid : youngest(Number(child));
}

function statusOf(pid: number, field: string): number {
  try {
    return Number(
      new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0,
    );
  } catch {
    return 0; // it has ended
  }
}
