import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds of one core in which any input of 200 kB is read, on a slow machine. */
const MAX_READ_MS = 300;

/** One that pays for compiling, and some for what else the machine does: cores share what they compute with. */
const TRIES = 5;

/** Milliseconds between tries: garbage and code of what ran before are dealt with in threads that are counted, too. */
const PAUSE_MS = 300;

/** Milliseconds of one core that `atPace` takes where `MAX_READ_MS` was thought of. */
const PACE_MS = 60;

/**
 * Throws when `read` takes more than `MAX_READ_MS` in each of `TRIES` tries, and longer than a machine of this pace may: shared
 * cores compute at a half or a third of their speed for minutes. Time of the processor and not of the clock is measured, so that
 * what else runs makes little of it slow; the rest of the process should be idle.
 */
export async function readsInTime(read: () => unknown): Promise<void> {
  let least = Infinity;
  for (let tried = 0; tried < TRIES; tried++) {
    if (tried > 0) await wait(PAUSE_MS);
    const ms = await cpuMs(read);
    if (ms <= MAX_READ_MS) return;
    least = Math.min(least, ms / Math.max(1, (await cpuMs(atPace)) / PACE_MS));
    if (least <= MAX_READ_MS) return;
  }
  throw new Error(`it took ${Math.round(least)} ms`);
}

/** Work of the kind that readers do, always the same: a long text is cut, counted and put together. */
function atPace(): number {
  const seen = new Map<string, number>();
  for (let n = 0; n < 400_000; n++) {
    const word = `word ${n % 5_000}`;
    seen.set(word, (seen.get(word) ?? 0) + word.length);
  }
  return [...seen.keys()].join(' ').split(/\s/).length;
}

async function cpuMs(read: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await read();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
