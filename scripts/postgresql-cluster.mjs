// A PostgreSQL of one's own, for tests: in a folder that goes with it, on the loopback address, beside whatever the system runs.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Where Debian keeps what belongs to each major version. */
const VERSIONS = '/usr/lib/postgresql';

const OLDEST = 15;
const PASSWORD = 'practice';

/** A start, also after a crash. */
const READY_MS = 30_000;

/**
 * @typedef {object} Cluster
 * @property {string} url Of the database `postgres`, for its superuser.
 * @property {string} folder Of the programs of this version.
 * @property {() => Promise<void>} start After `stop`.
 * @property {() => Promise<void>} stop As a crash does: what is open is cut off.
 * @property {() => Promise<void>} remove With everything in it.
 */

/** The folder of the newest version that is installed and mxproof can use; null when there is none. */
export function postgresqlPrograms() {
  if (!existsSync(VERSIONS)) return null;
  const versions = readdirSync(VERSIONS).filter((version) => Number(version) >= OLDEST);
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  const folder = newest === undefined ? null : join(VERSIONS, newest, 'bin');
  return folder !== null && existsSync(join(folder, 'initdb')) ? folder : null;
}

/**
 * Makes one and starts it. Rejects when its programs are missing.
 * @returns {Promise<Cluster>}
 */
export async function startCluster() {
  const programs = postgresqlPrograms();
  if (programs === null) throw new Error(`Install PostgreSQL ${OLDEST} or newer first.`);
  const owner = ownerOfServer();
  const folder = mkdtempSync(join(tmpdir(), 'mxproof-postgresql-'));
  if (owner !== null) chownSync(folder, owner.uid, owner.gid);
  const as = { ...owner, cwd: folder };
  const [data, passwordFile] = [join(folder, 'data'), join(folder, 'password')];
  writeFileSync(passwordFile, PASSWORD, { mode: 0o644 });
  const made = spawnSync(
    join(programs, 'initdb'),
    // Another order of letters than ours, as most installations have it.
    [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '-N',
    ],
    { ...as, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const url = `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`;
  // What a crash of the machine would lose does not matter here.
  const options = ['-c', 'fsync=off', '-c', 'max_connections=200', '-c', 'listen_addresses=127.0.0.1'];
  /** @type {import('node:child_process').ChildProcess | null} */
  let server = null;
  // Where nobody has come to remove it.
  process.on('exit', () => server?.kill('SIGQUIT'));
  const start = async () => {
    server = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), '-k', folder, ...options], {
      ...as,
      stdio: 'ignore',
    });
    await ready(programs, port);
  };
  const stop = async () => {
    if (server === null) return;
    const ended = once(server, 'exit');
    server.kill('SIGQUIT');
    await ended;
    server = null;
  };
  await start();
  return {
    url,
    folder: programs,
    start,
    stop,
    async remove() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** It refuses to be root. Null: it can be who we are. */
function ownerOfServer() {
  if (process.getuid?.() !== 0) return null;
  const id = (/** @type {string} */ which) =>
    Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/**
 * @param {string} programs
 * @param {number} port
 */
async function ready(programs, port) {
  const until = performance.now() + READY_MS;
  const ask = () =>
    spawnSync(join(programs, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]).status;
  while (ask() !== 0) {
    if (performance.now() > until) throw new Error('PostgreSQL did not start.');
    await pause(50);
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
