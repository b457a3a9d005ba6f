import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isSupportedNode, SOFTWARE_VERSION } from '../../config/software-version';
import { type Item, ok, warn, wrong } from './item';

/** The major version that is recommended. */
const RECOMMENDED_NODE = 24;

export function nodeItem(version: string): Item {
  const says = `mxproof ${SOFTWARE_VERSION} on Node ${version}.`;
  if (!isSupportedNode(version)) return wrong('versions', says, `Install Node ${RECOMMENDED_NODE}.`);
  return version.startsWith(`${RECOMMENDED_NODE}.`)
    ? ok('versions', says)
    : ok('versions', `${says} Recommended is ${RECOMMENDED_NODE}.`);
}

interface Lock {
  packages?: Record<string, { version?: string; dev?: boolean; optional?: boolean }>;
}

/**
 * Whether what is installed in the folder is what `package-lock.json` names, or in an archive its bill of materials; packages for development
 * may be missing, and those that an archive holds inside of its build.
 */
export function packagesItem(folder: string): Item {
  const [lock, bill] = ['package-lock.json', 'sbom.cdx.json'].map((name) => join(folder, name));
  if (lock !== undefined && existsSync(lock)) return lockedItem(folder, lock);
  if (bill !== undefined && existsSync(bill)) return archivedItem(folder, bill);
  return warn('packages', 'Nothing here says which belong to this version.', 'Unpack the archive anew.');
}

function archivedItem(folder: string, billFile: string): Item {
  const bill = JSON.parse(readFileSync(billFile, 'utf8')) as {
    components?: { name: string; version: string }[];
  };
  const named = new Set(bill.components?.map(({ name, version }) => `${name} ${version}`));
  const installed = packagesIn(join(folder, 'node_modules'));
  const other = installed.filter((one) => !named.has(one));
  return judged(installed.length, other, 'Unpack the archive anew.');
}

/** The name and version of each, also of those that stand in others. */
function packagesIn(modules: string): string[] {
  if (!existsSync(modules)) return [];
  return readdirSync(modules)
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((below) => `${name}/${below}`) : [name],
    )
    .flatMap((name) => {
      const version = readVersion(join(modules, name, 'package.json'));
      const own = version === null ? [] : [`${name} ${version}`];
      return [...own, ...packagesIn(join(modules, name, 'node_modules'))];
    });
}

function lockedItem(folder: string, lockFile: string): Item {
  const wanted = readLock(lockFile);
  const other = Object.entries(wanted).flatMap(([path, { version, dev, optional }]) => {
    if (path === '' || dev === true || optional === true) return [];
    const installed = readVersion(join(folder, path, 'package.json'));
    return installed === version ? [] : [`${path.replace('node_modules/', '')} ${installed ?? 'missing'}`];
  });
  return judged(Object.keys(wanted).length, other, 'Run npm ci.');
}

function judged(count: number, other: readonly string[], todo: string): Item {
  const [first] = other;
  if (first === undefined) return ok('packages', `All ${count} are of the versions that are named.`);
  return wrong('packages', `${other.length} are not of the version that is named (${first}).`, todo);
}

function readLock(path: string): NonNullable<Lock['packages']> {
  return (JSON.parse(readFileSync(path, 'utf8')) as Lock).packages ?? {};
}

function readVersion(path: string): string | null {
  if (!existsSync(path)) return null;
  return (JSON.parse(readFileSync(path, 'utf8')) as { version?: string }).version ?? null;
}

/** Megabytes below which a disk is called full soon; a start copies the database before it changes its form. */
const FEW_MB = 500;

/** `databaseBytes`: a second copy of it has to fit. */
export async function diskItem(databaseFile: string, databaseBytes: number): Promise<Item> {
  const { bavail, bsize } = await statfs(dirname(databaseFile));
  const free = bavail * bsize;
  const says = `${megabytes(free)} MB are free for the database, which has ${megabytes(databaseBytes)} MB.`;
  if (free < databaseBytes)
    return wrong(
      'disk',
      says,
      'Make room for a copy of the database: an update makes one before it changes anything.',
    );
  if (free < FEW_MB * 1e6)
    return warn('disk', says, 'Make room, or keep less (MXPROOF_KEEP_DAYS_CHECKS, MXPROOF_KEEP_DAYS_MAILS).');
  return ok('disk', says);
}

function megabytes(octets: number): string {
  return (octets / 1e6).toFixed(octets < 1e7 ? 1 : 0);
}

/** A little more than clocks differ without anybody's fault. */
const FUTURE_MS = 5 * 60_000;

/** `newest`: when the last check was made; `builtAt`: when this version was put together. Either may be unknown. */
export function clockItem(now: Date, newest: Date | null, builtAt: Date | null): Item {
  const says = `It is ${minute(now)} UTC by the clock of this machine.`;
  const todo = 'Set the clock, and let it be kept right (timedatectl set-ntp true).';
  if (builtAt !== null && now < builtAt)
    return wrong('clock', `${says} This version was built at ${minute(builtAt)}.`, todo);
  if (newest !== null && newest.getTime() > now.getTime() + FUTURE_MS)
    return wrong('clock', `${says} The newest check was made at ${minute(newest)}.`, todo);
  return ok('clock', says);
}

/** `2026-11-20 04:00`. */
function minute(at: Date): string {
  return at.toISOString().slice(0, 16).replace('T', ' ');
}
