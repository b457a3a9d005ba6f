import { spawnSync } from 'node:child_process';
import { program, ROOT } from './ready.mjs';

/**
 * Runs one of our programs to its end, and ends as it did. It works in the folder of the project and takes paths from where it
 * was called, which npm tells in `INIT_CWD`.
 * @param {Parameters<typeof program>[0]} name
 * @param {readonly string[]} args
 */
export function runProgram(name, args) {
  const { status } = spawnSync(process.execPath, [program(name), ...args], {
    cwd: ROOT,
    env: { ...process.env, INIT_CWD: process.env['INIT_CWD'] ?? process.cwd() },
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
