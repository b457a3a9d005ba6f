// `npm run test:node -- [VERSION] [FOLDER…]`: the build and the unit tests, or those of some folders, on another version of Node,
// in a copy of the project.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { copyPackages, copySources } from './copy-project.mjs';
import { checkNode, fail, installPackages, ROOT, say } from './ready.mjs';

/** The version that is recommended. */
const RECOMMENDED = '24.22.3';

checkNode();
installPackages();
const folders = process.argv.slice(2);
const version = /^\d+\./.test(folders[0] ?? '') ? folders.shift() : RECOMMENDED;
const node = fetchNode();
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
// What is compiled for one version of Node is no use for another.
rmSync(join(copy, 'node_modules', 'better-sqlite3', 'build'), { recursive: true, force: true });
say(`Compiling better-sqlite3 for Node ${version}`);
run('npm', ['rebuild', 'better-sqlite3'], { stdio: 'pipe' });
run('node', [join('scripts', 'build.mjs')]);
const results = join(copy, 'test-results', 'unit.json');
const { status } = start(join('node_modules', '.bin', 'vitest'), [
  'run',
  ...folders,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${results}`,
]);
if (!existsSync(results)) fail(`The unit tests could not be run on Node ${version}.`);
const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8'));
console.log(`${numPassedTests} passed, ${numFailedTests} failed`);
process.exitCode = status ?? 1;

/** The folder of that version, with its headers; npm has it as a package. Kept for the next time. */
function fetchNode() {
  const name = `node-${process.platform}-${process.arch}`;
  const kept = join(tmpdir(), `mxproof-${name}-${version}`);
  if (existsSync(join(kept, 'bin', 'node'))) return kept;
  say(`Fetching Node ${version}`);
  const folder = mkdtempSync(`${kept}-`);
  const words = { cwd: folder, encoding: /** @type {const} */ ('utf8') };
  const packed = spawnSync('npm', ['pack', '--silent', `${name}@${version}`], words);
  if (packed.status !== 0) fail(`Node ${version} could not be fetched as ${name}: ${packed.stderr}`);
  const unpacked = spawnSync('tar', ['xzf', packed.stdout.trim(), '--strip-components=1'], words);
  if (unpacked.status !== 0) fail(`Node ${version} could not be unpacked: ${unpacked.stderr}`);
  rmSync(join(folder, packed.stdout.trim()));
  // Whole or not at all; another one may have been quicker.
  if (existsSync(kept)) rmSync(folder, { recursive: true });
  else renameSync(folder, kept);
  return kept;
}

/**
 * Starts a program in the copy, with that version of Node before all others.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} options
 */
function start(command, args, options = {}) {
  const env = {
    ...process.env,
    PATH: [join(node, 'bin'), process.env['PATH']].join(delimiter),
    npm_config_nodedir: node,
  };
  return spawnSync(command, args, { cwd: copy, env, stdio: 'inherit', encoding: 'utf8', ...options });
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
