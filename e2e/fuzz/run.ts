import fc from 'fast-check';
import { properties } from './properties';
import { timeProperties } from './time-properties';

const PROMISES = { ...properties, ...timeProperties };

const DEFAULT_MINUTES = 1;

/** `npm run fuzz -- MINUTES`: every promise about foreign bytes, with fresh random input until the time is over. */
async function main(minutes = String(DEFAULT_MINUTES)): Promise<number> {
  if (!(Number(minutes) > 0)) {
    console.error(`"${minutes}" is no number of minutes.`);
    return 1;
  }
  const each = (Number(minutes) * 60_000) / Object.keys(PROMISES).length;
  let failed = 0;
  for (const [name, property] of Object.entries(PROMISES)) {
    const limits = {
      numRuns: Number.MAX_SAFE_INTEGER,
      interruptAfterTimeLimit: each,
      markInterruptAsFailure: false,
    };
    const result = await fc.check(property, limits);
    console.log(
      `${result.failed ? 'FAILED' : 'ok    '} ${name}: ${result.numRuns} runs, seed ${result.seed}`,
    );
    if (!result.failed) continue;
    failed++;
    console.log(fc.defaultReportMessage(result));
  }
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv[2]);
