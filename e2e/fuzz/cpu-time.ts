import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds of one core in which any input of 200 kB is read, on a slow machine. */
const MAX_READ_MS = 300;

/** One that pays for compiling, and some for what else the machine does: cores share what they compute with. */
const TRIES = 5;

/** Milliseconds between tries: garbage and code of what ran before are dealt with in threads that are counted, too. */
const PAUSE_MS = 300;

/**
 * Throws when `read` takes more than `MAX_READ_MS` in each of `TRIES` tries. Time of the processor and not of the clock is
 * measured, so that a busy machine makes little of it slow; the rest of the process should be idle.
 */
export async function readsInTime(read: () => unknown): Promise<void> {
  let least = Infinity;
  for (let tried = 0; tried < TRIES && least > MAX_READ_MS; tried++) {
    if (tried > 0) await wait(PAUSE_MS);
    least = Math.min(least, await cpuMs(read));
  }
  if (least > MAX_READ_MS) throw new Error(`it took ${Math.round(least)} ms`);
}

async function cpuMs(read: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await read();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
