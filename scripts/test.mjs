// `npm test`: all tests that need no root rights, with everything set up that they need.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { installedChromium, SHELL } from './chromium.mjs';
import { installOnDebian } from './debian.mjs';
import {
  bin,
  build,
  bundlePrograms,
  checkNode,
  fail,
  generateClient,
  installPackages,
  ROOT,
  say,
  shareFate,
} from './ready.mjs';
import { browserResults, unitResults } from './test-results.mjs';
import { beginRun, noteProcess } from './test-run.mjs';

const RESULTS = join(ROOT, 'test-results');
const UNIT = join(RESULTS, 'unit.json');
const BROWSER = join(RESULTS, 'browser.json');
/** Programs that a signal has ended exit with this and its number. */
const ENDED_BY_SIGNAL = 128;

checkNode();
await beginRun();
installPackages();
generateClient();
bundlePrograms();
build();
installBrowser();
for (const file of [UNIT, BROWSER]) rmSync(file, { force: true });

const codes = [
  await show('Unit, property and scenario tests', 'vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${UNIT}`,
  ]),
  await show('Browser and process tests', 'playwright', ['test']),
];

const results = [unitResults(UNIT, ROOT), browserResults(BROWSER)];
for (const line of results.flatMap(({ secondTries }) => secondTries)) console.log(`SECOND TRY ${line}`);
for (const failure of results.flatMap(({ failures }) => failures)) console.log(`FAILED ${failure}`);
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || codes.some((code) => code !== 0) ? 1 : 0;

/**
 * Runs a program that tells the person at the terminal itself; ends all of it when the program was ended from outside.
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 */
async function show(name, command, args) {
  say(name);
  const program = spawn(bin(command), args, { cwd: ROOT, stdio: 'inherit' });
  noteProcess(program.pid);
  shareFate(program);
  const [code, signal] = await once(program, 'exit');
  if (signal !== null || code > ENDED_BY_SIGNAL) fail(`${command} was ended before its time.`);
  return code;
}

/** The system's Chromium; as root on Debian its shell is installed, elsewhere Playwright's own is fetched. */
function installBrowser() {
  if (installedChromium()?.endsWith(SHELL)) return;
  if (installOnDebian([SHELL])) return;
  if (installedChromium()) return;
  if (spawnSync(bin('playwright'), ['install', 'chromium'], { cwd: ROOT, stdio: 'inherit' }).status !== 0)
    fail(`There is no Chromium; install the package ${SHELL}.`);
}
