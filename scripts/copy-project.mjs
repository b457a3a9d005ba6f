// The project once more, to be built in another way than here.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, ROOT } from './ready.mjs';

/**
 * All that git knows, and what is new and not ignored.
 * @param {string} copy
 */
export function copySources(copy) {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { status, stdout } = spawnSync('git', list, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) fail('The files of the project could not be listed; is this a clone?');
  for (const path of stdout.split('\0').filter((one) => one !== '' && existsSync(join(ROOT, one)))) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    copyFileSync(join(ROOT, path), join(copy, path));
  }
}

/**
 * Hard links where that is possible.
 * @param {string} copy
 */
export function copyPackages(copy) {
  const from = join(ROOT, 'node_modules');
  const to = join(copy, 'node_modules');
  if (spawnSync('cp', ['-al', from, to]).status === 0) return;
  rmSync(to, { recursive: true, force: true });
  if (spawnSync('cp', ['-a', from, to]).status !== 0) fail('The packages could not be copied.');
}
