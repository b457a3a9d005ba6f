import { parseArgs } from 'node:util';
import { killInLab } from './kill-in-lab';

const EVERY = 10;

/** `npm run kill -- [--times 1000]`: what is left after so many `kill -9`; the exit code is 1 when something was lost. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { times: { type: 'string', default: '100' } } });
  const times = Number(values.times);
  if (!Number.isInteger(times) || times < 1) throw new Error('--times must be a whole number above 0.');
  const from = performance.now();
  const losses = await killInLab(times, ({ started, lost, unreadable }, n) => {
    if (n % EVERY === 0)
      console.log(
        `killed ${n} times: ${started} checks, ${lost.length} lost, ${unreadable.length} unreadable`,
      );
  });
  const { lost, unreadable, ...counts } = losses;
  for (const sentence of [...lost, ...unreadable]) console.log(sentence);
  const seconds = Math.round((performance.now() - from) / 1000);
  console.log(JSON.stringify({ ...counts, lost: lost.length, unreadable: unreadable.length, seconds }));
  if (lost.length + unreadable.length > 0) process.exitCode = 1;
}

await main();
