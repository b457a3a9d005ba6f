import { fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readHandedOver } from '@/lib/complaint/mail-reading';
import type { Figure } from '@/e2e/bench/figure';

const INPUTS = 'e2e/fixtures/bounces/inputs';

/** Bounces read for one figure. */
const BOUNCES = 1_500;

/** A bounce a core should need no longer than this: 300 a second. */
const MOST_MS = 3.33;

/** What it costs to read bounces, many usual ones and a very large one. */
export async function mailFigures(): Promise<Figure[]> {
  const { ms, kilobytes } = await largeMail();
  return [
    {
      what: 'a bounce read: milliseconds of one core, mean',
      figure: round(await meanMs(), 2),
      limit: MOST_MS,
      unit: 'ms',
    },
    { what: 'a message of 25 MB read', figure: round(ms / 1000, 2), limit: 2, unit: 's' },
    {
      what: 'resident memory of the process that read it',
      figure: Math.round(kilobytes / 1024),
      limit: 200,
      unit: 'MB',
    },
  ];
}

/** Of CPU time, after each was read once. */
async function meanMs(): Promise<number> {
  const inputs = readdirSync(INPUTS).map((name) => readFileSync(join(INPUTS, name)));
  for (const raw of inputs) await readHandedOver(raw);
  const before = process.cpuUsage();
  for (let n = 0; n < BOUNCES; n++) {
    const raw = inputs[n % inputs.length];
    if (raw !== undefined) await readHandedOver(raw);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / BOUNCES;
}

function largeMail(): Promise<{ ms: number; kilobytes: number }> {
  const child = fork(join(import.meta.dirname, 'large-mail.ts'));
  return new Promise((resolve, reject) => {
    child.once('message', (told) => resolve(told as { ms: number; kilobytes: number })); // as large-mail.ts sends it
    child.once(
      'exit',
      (code) => code !== 0 && reject(new Error(`large-mail.ts ended with ${code ?? 'a signal'}`)),
    );
  });
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
