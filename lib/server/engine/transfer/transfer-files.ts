import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { CheckStore } from '@/lib/store/store';
import { exportLines } from './export';
import { ExportUnreadable } from './export-unreadable';
import type { End } from './form';
import { importLines, type Outcomes } from './import';
import { readLines } from './lines';

/** Octets that are unpacked at a time. */
const CHUNK_OCTETS = 256 * 1024;

/** What is in it is for nobody else on the machine. */
const MODE = 0o600;

/**
 * Writes everything that is kept into a new file, compressed by gzip; under its name it appears only when it is complete and on the
 * disk. `onLeftOut` hears of what could not be read. Rejects when the file is there already or cannot be written.
 */
export async function exportTo(
  path: string,
  store: CheckStore,
  onLeftOut: (what: string, why: string) => void,
): Promise<End> {
  if (existsSync(path)) throw new Error(`${path} is there already.`);
  const partial = `${path}.partial`;
  await rm(partial, { force: true });
  const ends: End[] = [];
  const lines = async function* () {
    ends.push(yield* exportLines({ store, onLeftOut }));
  };
  await pipeline(
    Readable.from(lines(), { highWaterMark: 1 }),
    createGzip(),
    createWriteStream(partial, { mode: MODE, flush: true }),
  );
  await rename(partial, path);
  const [end] = ends;
  if (end === undefined) throw new Error('the export has no end');
  return end;
}

/**
 * Puts what such a file holds into a database; `outcomes` tells how far it has come. `onRefused` hears of what does not hold what it
 * says. Rejects with `ExportUnreadable` when the file is damaged, not whole, or no export.
 */
export async function importFrom(
  path: string,
  store: CheckStore,
  outcomes: Outcomes,
  onRefused: (what: string, why: string) => void,
): Promise<void> {
  if (!existsSync(path)) throw new ExportUnreadable(`There is no file ${path}.`);
  const unpacked = createGunzip({ chunkSize: CHUNK_OCTETS });
  // What goes wrong comes out of `unpacked`.
  const reading = pipeline(createReadStream(path), unpacked).catch(() => undefined);
  try {
    await importLines(readLines(unpacked), { store, outcomes, onRefused });
  } catch (error) {
    throw toldError(error);
  } finally {
    unpacked.destroy();
    await reading;
  }
}

/** What zlib says of a damaged file, in a sentence. */
function toldError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'Z_BUF_ERROR') return new ExportUnreadable('The file ends in the middle: it is not whole.');
  if (code.startsWith('Z_'))
    return new ExportUnreadable('The file is not compressed by gzip, or it is damaged.');
  return error;
}
