import { resolve } from 'node:path';
import { makeDatabase } from './make-database';
import { timeLeft } from './moments';
import { readWanted } from './wanted';

/** Between two lines of progress. */
const TELL_EVERY_MS = 10_000;

/**
 * `npm run seed -- [--checks 100000] [--domains 2000] [--database FILE]`: a new database with so many checks, as if they had been made
 * here within the last year. The exit code is 1 when there is none.
 */
async function main(): Promise<string> {
  const { file: given, ...size } = readWanted(process.argv.slice(2));
  // npm works in the folder of the project, and tells where it was called.
  const file = resolve(process.env['INIT_CWD'] ?? '.', given);
  const from = performance.now();
  let [begun, told] = [from, from];
  const { checks, bounces, notes, bytes } = await makeDatabase(file, size, (done) => {
    const now = performance.now();
    if (done === 0) begun = told = now;
    if (now - told < TELL_EVERY_MS) return;
    told = now;
    console.log(`mxproof: ${done} of ${size.checks} checks, ${timeLeft(done, size.checks, now - begun)}.`);
  });
  const seconds = Math.round((performance.now() - from) / 1000);
  return (
    `${checks} checks of ${size.domains} domains, ${bounces} bounces and ${notes} notes are in ${file}: ` +
    `${(bytes / 1e6).toFixed(1)} MB, ${(bytes / checks / 1000).toFixed(1)} kB a check, in ${seconds} s.`
  );
}

try {
  console.log(`mxproof: ${await main()}`);
} catch (error) {
  console.error(`mxproof: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
