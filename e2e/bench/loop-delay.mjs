// Loaded into the product before anything else: tells how long its main thread kept others waiting, when asked by SIGUSR2.
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/** Milliseconds between two looks. */
const RESOLUTION = 10;

const file = process.env['MXPROOF_BENCH_DELAY'];
if (file !== undefined && isMainThread && process.argv.includes('start')) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  delay.enable();
  process.on('SIGUSR2', () => {
    writeFileSync(file, JSON.stringify({ p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 }));
    delay.reset();
  });
}
