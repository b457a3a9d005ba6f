// `npm run verify`: format, types, rules that need types and circles of imports (`.oxlintrc.json`), other rules with the
// directions between rooms, dead code. All are run; any may fail.
import { spawn } from 'node:child_process';
import { bin, checkNode, generateClient, installPackages, ROOT, run } from './ready.mjs';

checkNode();
installPackages();
generateClient();
run(bin('next'), ['typegen'], 'The types of the routes could not be generated.');

/** @type {[name: string, command: string, args: string[]][]} */
const CHECKS = [
  ['format', 'prettier', ['--check', '.', '--log-level', 'warn']],
  ['types', 'tsc', ['--noEmit', '--project', '.']],
  ['rules', 'eslint', ['.', '--max-warnings', '0']],
  ['typed rules, circles', 'oxlint', []],
  ['dead code', 'knip', ['--no-progress']],
];

/** Two at a time: that is how many cores a small machine has. */
const queue = [...CHECKS];
/** @type {string[]} */
const failed = [];

async function work() {
  for (let check = queue.shift(); check !== undefined; check = queue.shift()) {
    const [name, command, args] = check;
    const { code, output } = await runQuietly(command, args);
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}`);
    if (code !== 0) {
      console.log(output);
      failed.push(name);
    }
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<{ code: number | null; output: string }>}
 */
function runQuietly(command, args) {
  return new Promise((resolve) => {
    const child = spawn(bin(command), args, { cwd: ROOT });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    child.on('exit', (code) => resolve({ code, output }));
  });
}

await Promise.all([work(), work()]);
process.exitCode = failed.length === 0 ? 0 : 1;
