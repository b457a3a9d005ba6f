import { log } from '../config/log';

/** What sealing and closing may take after the grace time of running checks. */
const CLOSE_MS = 3_000;

/**
 * Ends the process in good order, by what closes it, on SIGTERM, on SIGINT, and when `scripts/serve.mjs`, which has started
 * it, is gone.
 */
export function endInOrder(close: () => Promise<void>, graceMs: number): void {
  let ending: Promise<void> | undefined;
  // A terminal sends its signal to everybody, and who has started us sends it once more.
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect'])
    process.on(event, () => void (ending ??= end(close, graceMs)));
}

async function end(close: () => Promise<void>, graceMs: number): Promise<void> {
  setTimeout(() => {
    log.error('the process took too long to end; the next start finds its checks interrupted');
    process.exit(1);
  }, graceMs + CLOSE_MS).unref();
  try {
    await close();
    process.exit(0);
  } catch (error) {
    log.error({ err: error }, 'the process could not end in good order');
    process.exit(1);
  }
}
