// The processes of a run of the tests, written down so that the next run can end what a killed one has left behind.
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fail, ROOT, say } from './ready.mjs';

/** One file for each run, named after its process; the first line is that process, the others are what it has started. */
const RUNS = join(ROOT, 'test-results', 'runs');

/** How long a process may take to end what it has started itself, before it is killed. */
const END_MS = 15_000;
const LOOK_EVERY_MS = 100;

/** Ends what earlier runs have left here, and begins one. Fails while another one goes on. */
export async function beginRun() {
  mkdirSync(RUNS, { recursive: true });
  for (const name of readdirSync(RUNS)) {
    const file = join(RUNS, name);
    const [owner, ...started] = readFileSync(file, 'utf8').split('\n').filter(isAlive);
    if (owner !== undefined && owner.startsWith(`${name} `))
      fail(`The tests run here already, as process ${name}; wait for its end, or end it.`);
    await endAll([owner, ...started].filter((line) => line !== undefined));
    rmSync(file);
  }
  const file = join(RUNS, String(process.pid));
  process.env['MXPROOF_TEST_RUN'] = file;
  noteProcess(process.pid);
  process.on('exit', () => rmSync(file, { force: true }));
}

/**
 * Writes down a process that must not outlive the run it belongs to; does nothing outside of a run.
 * @param {number | undefined} pid
 */
export function noteProcess(pid) {
  const { MXPROOF_TEST_RUN: file } = process.env;
  if (file === undefined || pid === undefined) return;
  const born = birthOf(pid);
  if (born !== null) appendFileSync(file, `${pid} ${born}\n`);
}

/**
 * Systems give the number of a process that has ended to another one, which was born later.
 * @param {string} line
 */
function isAlive(line) {
  const [pid, ...born] = line.split(' ');
  return pid !== undefined && /^\d+$/.test(pid) && birthOf(Number(pid)) === born.join(' ');
}

/**
 * When a process began, in the words of the system; null when there is none (any more).
 * @param {number | string} pid
 */
function birthOf(pid) {
  try {
    if (!existsSync('/proc/self/stat'))
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // proc(5): the name stands in brackets and may contain anything; field 3 is the state, field 22 the start.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

/** @param {string[]} lines */
async function endAll(lines) {
  if (lines.length === 0) return;
  say('Ending what an earlier run has left');
  signal(lines, 'SIGTERM');
  for (let waited = 0; waited < END_MS && lines.some(isAlive); waited += LOOK_EVERY_MS)
    await pause(LOOK_EVERY_MS);
  signal(lines.filter(isAlive), 'SIGKILL');
}

/**
 * @param {string[]} lines
 * @param {NodeJS.Signals} name
 */
function signal(lines, name) {
  for (const line of lines)
    try {
      process.kill(Number.parseInt(line, 10), name);
    } catch {
      // it has ended by itself
    }
}
