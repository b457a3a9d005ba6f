import { spawn, spawnSync } from 'node:child_process';
import { program, ROOT, shareFate } from './ready.mjs';

/**
 * V8 lets the heap of a machine with much memory grow to several times of what is used before it cleans up. These keep it
 * near to what is used, for about a tenth more work, without a limit at which it would end.
 */
const SMALL_HEAP = ['--heap-growing-percent=20', '--max-semi-space-size=4'];

/**
 * The allocator of glibc keeps eight arenas a core, and in each what was freed; two, trimmed early, take a fifth less memory
 * with 50 checks under way (mallopt(3)). What the operator has set stands; other allocators do not know these.
 */
const SMALL_ARENAS = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: String(128 * 1024) };

/**
 * Checks configuration, port and database, brings the database up to date, then serves until it is told to end.
 * @param {'start' | 'dev'} mode
 * @param {Record<string, string>} beside further variables
 */
export function serve(mode, beside = {}) {
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...SMALL_ARENAS,
    ...process.env,
    ...beside,
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: mode === 'start' ? 'production' : 'development',
  };
  const preflight = spawnSync(process.execPath, [program('preflight')], {
    cwd: ROOT,
    env,
    stdio: 'inherit',
  });
  if (preflight.status !== 0) process.exit(1);
  keep([program('serve'), mode], env);
}

/** Runs checks for others, on their database, until it is told to end. */
export function serveChecks() {
  keep([program('worker')], { ...SMALL_ARENAS, ...process.env, NODE_ENV: 'production' });
}

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function keep(args, env) {
  // The channel closes with this process, however it ends, and the other one sees it.
  const kept = spawn(process.execPath, [...SMALL_HEAP, ...args], {
    cwd: ROOT,
    env,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  shareFate(kept);
  kept.on('exit', (code, signal) => process.exit(signal === null ? code : 0));
}
