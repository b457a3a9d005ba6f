import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { SeedSize } from './seed-store';

/** What was asked of `npm run seed`. */
export interface Wanted extends SeedSize {
  /** As it was given. */
  file: string;
}

/** More takes longer than a day. */
const MAX_CHECKS = 10_000_000;

/** Reads `[--checks 100000] [--domains 2000] [--database FILE]`. Throws with a sentence for whoever typed it. */
export function readWanted(args: readonly string[]): Wanted {
  const { values } = parseArgs({
    args: [...args],
    options: {
      checks: { type: 'string', default: '100000' },
      domains: { type: 'string' },
      database: { type: 'string', default: join('data', 'seeded.db') },
    },
  });
  const checks = wholeNumber('--checks', values.checks, MAX_CHECKS);
  const domains =
    values.domains === undefined
      ? Math.min(DOMAINS, checks)
      : wholeNumber('--domains', values.domains, checks);
  if (values.database === '') throw new Error('--database must name the file to make.');
  return { checks, domains, file: values.database };
}

const DOMAINS = 2_000;

function wholeNumber(name: string, text: string, most: number): number {
  const value = /^\d{1,8}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > most) throw new Error(`${name} must be a whole number from 1 to ${most}.`);
  return value;
}
