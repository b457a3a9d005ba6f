import { existsSync } from 'node:fs';
import { look } from '@/lib/store/look';
import { databaseFile, databaseName, isPostgresql } from '@/lib/database-url';
import { troubleOf, TROUBLE_WORDS } from '@/lib/store/trouble';
import { type Item, ok, warn, wrong } from './item';

/** What a look into the database has found. */
export interface DatabaseLook {
  item: Item;
  bytes: number;
  /** When the last check was made; null when there is none, or nothing can be read. */
  newest: Date | null;
}

/** Whether the database opens, is whole, and can be written. Changes nothing, also while mxproof serves. */
export async function databaseLook(databaseUrl: string): Promise<DatabaseLook> {
  return isPostgresql(databaseUrl) ? serverLook(databaseUrl) : fileLook(databaseFile(databaseUrl));
}

async function serverLook(databaseUrl: string): Promise<DatabaseLook> {
  const name = databaseName(databaseUrl);
  try {
    // Only whoever has PostgreSQL reads it.
    const { lookOnServer } = await import('@/lib/store/postgresql/look');
    const { version, bytes, checks, mails, newest } = await lookOnServer(databaseUrl);
    const says = `${name} can be written: ${checks} checks, ${mails} mails, ${(bytes / 1e6).toFixed(1)} MB; its server is PostgreSQL ${version}.`;
    return { item: ok('database', says), bytes, newest };
  } catch (error) {
    return unusable(
      name,
      error,
      'Look at DATABASE_URL, at the rights of its user, and at the log of its server.',
    );
  }
}

function fileLook(file: string): DatabaseLook {
  if (!existsSync(file))
    return {
      item: warn('database', `There is none at ${file} yet.`, 'The first start makes it.'),
      bytes: 0,
      newest: null,
    };
  try {
    const { bytes, freeBytes, checks, mails, newest, damage } = look(file);
    if (damage !== null)
      return { item: wrong('database', `${file} is damaged: ${damage}.`, RESTORE), bytes, newest };
    const free = Math.round((100 * freeBytes) / Math.max(1, bytes));
    const says = `${file} is whole and can be written: ${checks} checks, ${mails} mails; ${free} % of it are free.`;
    return { item: ok('database', says), bytes, newest };
  } catch (error) {
    return unusable(file, error, RESTORE);
  }
}

function unusable(name: string, error: unknown, todo: string): DatabaseLook {
  const trouble = troubleOf(error);
  const why = trouble === null ? String(error) : TROUBLE_WORDS[trouble];
  return { item: wrong('database', `${name} cannot be used: ${why}.`, todo), bytes: 0, newest: null };
}

const RESTORE =
  'Look at its disk and at the rights of its file and folder, or restore a copy (npm run restore -- FILE).';
