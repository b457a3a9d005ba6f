import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';

const SECRET_OCTETS = 32;

/**
 * By what cookies of this installation are signed: beside the database rather than in it, so that a copy of the database lets
 * nobody in. Made when it is not there; without it, everybody signs in again.
 */
export function ownSecret(databaseFile: string): string {
  const file = `${databaseFile}.secret`;
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const secret = randomBytes(SECRET_OCTETS).toString('base64url');
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return secret;
}
