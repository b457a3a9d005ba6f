// `npm run lock`: adds to package-lock.json the optional packages of other systems that npm has left out, because the
// registry at hand does not have them or because of npm's own habit (npm/cli#4828). `npm ci` refuses a lock without them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './ready.mjs';

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

const path = join(ROOT, 'package-lock.json');
/**
 * @typedef {{ version?: string; cpu?: string[]; os?: string[]; dev?: boolean; optional?: boolean }} Package
 * @type {{ packages: Record<string, Package & { optionalDependencies?: Record<string, string> }> }}
 */
const lock = JSON.parse(readFileSync(path, 'utf8'));
let added = 0;
for (const [from, { optionalDependencies = {}, dev }] of Object.entries(lock.packages))
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (isThere(from, name)) continue;
    const words = name.split(/[/_-]/);
    const named = (/** @type {string[]} */ known) => known.filter((word) => words.includes(word));
    const [os, cpu] = [named(SYSTEMS), named(PROCESSORS)];
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(cpu.length > 0 && { cpu }),
      ...(dev && { dev }),
      optional: true,
      ...(os.length > 0 && { os }),
    };
    added++;
  }
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`mxproof: ${added} packages of other systems added to package-lock.json`);

/**
 * Node looks in the package's own folder, then in every one above.
 * @param {string} from
 * @param {string} name
 */
function isThere(from, name) {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('node_modules/') - 1))) {
    if (`${base === '' ? '' : `${base}/`}node_modules/${name}` in lock.packages) return true;
    if (base === '') return false;
  }
}
