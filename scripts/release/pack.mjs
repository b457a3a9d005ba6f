import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { fail } from '../ready.mjs';

const MAX_OCTETS = 512 * 1024 * 1024;

/**
 * One archive of a folder: the same files give the same bytes, whoever packs them and when (https://reproducible-builds.org/docs/archives/).
 * @param {string} parent
 * @param {string} name of the folder in it
 * @param {string} archive
 * @param {number} time seconds since 1970
 */
export function pack(parent, name, archive, time) {
  const options = [
    '--sort=name',
    `--mtime=@${time}`,
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    '--format=posix',
  ];
  // Without the times of reading, and the number of the process that packs.
  options.push('--pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime', '--mode=u=rwX,go=rX');
  try {
    const tar = execFileSync('tar', [...options, '-C', parent, '-c', name], { maxBuffer: MAX_OCTETS });
    writeFileSync(archive, gzipSync(tar, { level: 9 }));
  } catch (error) {
    fail(`The archive could not be written (GNU tar is needed): ${String(error)}`);
  }
}
