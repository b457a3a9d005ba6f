import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fail, say } from './ready.mjs';

/**
 * The folder of another version of Node, with its headers; npm has it as a package. Kept for the next time.
 * @param {string} version
 */
export function fetchNode(version) {
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
 * The environment of a program that finds that version before all others, also when it compiles.
 * @param {string} folder where `fetchNode` has put it
 * @returns {NodeJS.ProcessEnv}
 */
export function envOfNode(folder) {
  return {
    ...process.env,
    PATH: [join(folder, 'bin'), process.env['PATH']].join(delimiter),
    npm_config_nodedir: folder,
  };
}
