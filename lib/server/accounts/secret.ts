import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { databaseFile, isPostgresql } from '@/lib/database-url';
import type { Settings } from '../config/settings';

const SECRET_OCTETS = 32;

/** Where there is no file of a database to be beside. */
const FILE_OF_SERVER = './data/postgresql.secret';

/**
 * By what cookies of this installation are signed: what is configured, or a file beside the database rather than something in it, so
 * that a copy of the database lets nobody in. Made when it is not there; without it, everybody signs in again.
 */
export function ownSecret({ secret, databaseUrl }: Pick<Settings, 'secret' | 'databaseUrl'>): string {
  if (secret !== null) return secret;
  const file = isPostgresql(databaseUrl) ? FILE_OF_SERVER : `${databaseFile(databaseUrl)}.secret`;
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const made = randomBytes(SECRET_OCTETS).toString('base64url');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${made}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return made;
}
