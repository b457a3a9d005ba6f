// `npm run test:node -- [VERSION] [FOLDER…]`: the build and the unit tests, or those of some folders without the build, on another
// version of Node, in a copy of the project.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyPackages, copySources } from './copy-project.mjs';
import { envOfNode, fetchNode } from './other-node.mjs';
import { bundlePrograms, checkNode, fail, generateClient, installPackages, ROOT, say } from './ready.mjs';
import { unitResults } from './test-results.mjs';

/** The version that is recommended. */
const RECOMMENDED = '24.22.3';

checkNode();
installPackages();
generateClient();
bundlePrograms();
const folders = process.argv.slice(2);
const version = (/^\d+\./.test(folders[0] ?? '') && folders.shift()) || RECOMMENDED;
const node = fetchNode(version);
const folder = mkdtempSync(join(tmpdir(), 'mxproof-on-node-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const copy = join(folder, 'mxproof');
mkdirSync(copy);
// Tests read the labelled sets there.
const shared = join(ROOT, '..', 'shared');
if (existsSync(shared)) symlinkSync(shared, join(folder, 'shared'));

say(`Copying the project for Node ${version}`);
copySources(copy);
copyPackages(copy);
// The same on every version.
for (const room of ['store', 'server'])
  cpSync(join(ROOT, 'lib', room, 'generated'), join(copy, 'lib', room, 'generated'), { recursive: true });
// What is compiled is for one version of Node.
rmSync(join(copy, 'node_modules', 'better-sqlite3', 'build'), { recursive: true, force: true });
say(`Compiling better-sqlite3 for Node ${version}`);
run('npm', ['rebuild', 'better-sqlite3'], { stdio: 'pipe' });
if (folders.length === 0) run('node', [join('scripts', 'build.mjs')]);
const results = join(copy, 'test-results', 'unit.json');
const { status } = start(join('node_modules', '.bin', 'vitest'), [
  'run',
  ...folders,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${results}`,
]);
const { passed, failed, failures } = unitResults(results, copy);
for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = status ?? 1;

/**
 * Starts a program in the copy, with that version of Node before all others.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} options
 */
function start(command, args, options = {}) {
  return spawnSync(command, args, {
    cwd: copy,
    env: envOfNode(node),
    stdio: 'inherit',
    encoding: 'utf8',
    ...options,
  });
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
function run(command, args, options) {
  const { status, stdout, stderr } = start(command, args, options);
  if (status === 0) return;
  console.error(`${stdout ?? ''}${stderr ?? ''}`);
  fail(`"${[command, ...args].join(' ')}" failed on Node ${version}.`);
}
