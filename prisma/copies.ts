import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { backUp } from '@/lib/store/back-up';

/** Copies that are kept beside the database, newest first; each is as large as the database was. */
export const COPIES_KEPT = 3;

/**
 * A copy of the database, whole by itself, beside it: named after the time and the last migration that it has. Older ones of
 * these go when there are too many. Rejects when it cannot be made.
 */
export async function copyBeforeMigration(file: string, last: string | null, now: Date): Promise<string> {
  const time = now.toISOString().replace(/[-:.]/g, '');
  const copy = `${file}.copy-${time}-before-update-from-${last?.split('_', 1)[0] ?? 'nothing'}`;
  await backUp(file, copy);
  const copies = copiesOf(file);
  for (const old of copies.slice(0, -COPIES_KEPT)) rmSync(old);
  return copy;
}

/** Oldest first; a copy that was never completed is removed. */
function copiesOf(file: string): string[] {
  const folder = dirname(file);
  const names = readdirSync(folder)
    .filter((name) => name.startsWith(`${basename(file)}.copy-`))
    .sort();
  for (const name of names) if (name.includes('.partial')) rmSync(join(folder, name), { force: true });
  return names.filter((name) => !name.includes('.partial')).map((name) => join(folder, name));
}
