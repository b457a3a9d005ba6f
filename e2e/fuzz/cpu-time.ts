/** Milliseconds of one core in which any input of 200 kB is read, on a slow machine. */
const MAX_READ_MS = 300;

/**
 * Throws when `read` takes more than `MAX_READ_MS`. Time of the processor and not of the clock is measured, so that a busy
 * machine makes nothing slow; the rest of the process should be idle. What is slow once is tried again: the first try may
 * have paid for compiling or for cleaning up the memory of those before.
 */
export async function readsInTime(read: () => unknown): Promise<void> {
  const first = await cpuMs(read);
  if (first <= MAX_READ_MS) return;
  const ms = Math.min(first, await cpuMs(read));
  if (ms > MAX_READ_MS) throw new Error(`it took ${Math.round(ms)} ms`);
}

async function cpuMs(read: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await read();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
