import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { envOfNode, fetchNode } from '../other-node.mjs';
import { DATABASE_LIBRARIES, fail, libraryOfNode, ROOT, say } from '../ready.mjs';

const BINARY = 'better_sqlite3.node';
const COMPILED = join('node_modules', 'better-sqlite3', 'build', 'Release', BINARY);

/**
 * Adds the database library for each of these versions of Node: the one that was installed, or one that is compiled now.
 * Returns their major versions.
 * @param {string} root
 * @param {readonly string[]} versions
 */
export function addLibraries(root, versions) {
  for (const version of versions) {
    const [modules, from] =
      version === process.versions.node ? [process.versions.modules, join(ROOT, COMPILED)] : compile(version);
    const to = join(root, DATABASE_LIBRARIES, libraryOfNode(modules), BINARY);
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
  }
  return versions.map((version) => version.split('.', 1)[0] ?? version);
}

/**
 * Kept for the next time, beside that version of Node.
 * @param {string} version
 * @returns {[modules: string, file: string]}
 */
function compile(version) {
  const node = fetchNode(version);
  const env = envOfNode(node);
  const kept = join(node, BINARY);
  if (!existsSync(kept)) {
    say(`Compiling better-sqlite3 for Node ${version} (this takes minutes)`);
    const folder = mkdtempSync(join(tmpdir(), 'mxproof-library-'));
    // Alone there, so that the package's own script finds nothing that would download it.
    const packages = join(folder, 'node_modules', 'better-sqlite3');
    cpSync(join(ROOT, 'node_modules', 'better-sqlite3'), packages, { recursive: true });
    rmSync(join(packages, 'build'), { recursive: true, force: true });
    writeFileSync(join(folder, 'package.json'), '{ "allowScripts": { "better-sqlite3": true } }');
    const made = spawnSync('npm', ['rebuild', 'better-sqlite3'], { cwd: folder, env, encoding: 'utf8' });
    if (made.status !== 0) fail(`better-sqlite3 could not be compiled for Node ${version}: ${made.stderr}`);
    copyFileSync(join(folder, COMPILED), kept);
    rmSync(folder, { recursive: true });
  }
  const asked = spawnSync('node', ['-p', 'process.versions.modules'], { env, encoding: 'utf8' });
  return [asked.stdout.trim(), kept];
}
