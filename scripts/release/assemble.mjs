import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bin, fail, program, PROGRAMS, ROOT, run } from '../ready.mjs';

/** What stands in the archive as it does in the project. */
const KEPT = [
  'LICENSE',
  'README.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'docs',
  'packaging',
  'public',
  join('prisma', 'migrations'),
  join('prisma', 'postgresql', 'migrations'),
  join('.next', 'static'),
];

/** Packages that have no place where mxproof only serves, by the beginnings of their names. */
const DENIED = [
  'sharp',
  '@img/',
  'prisma',
  '@prisma/engines',
  '@prisma/dev',
  '@prisma/studio',
  '@prisma/schema-engine',
  'tsx',
  'typescript',
  'esbuild',
  '@esbuild/',
  '@next/swc',
  'eslint',
  '@eslint',
  'prettier',
  'oxlint',
  'knip',
  'vitest',
  'playwright',
  '@playwright/',
  'tailwindcss',
  '@tailwindcss/',
  '@types/',
  'fast-check',
  'postcss',
];

/** Traced, and not read here: pg asks for the one on Cloudflare, graphile-worker's reader of settings for the other where they are TypeScript. */
const NEVER_READ = ['pg-cloudflare', 'typescript'];

/** What tells those who develop where something comes from, and tests that packages carry with them. */
const UNWANTED =
  /\.(?:map|nft\.json|[cm]?ts)$|[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+[/\\](?:.*[/\\])?tests?$/;

/**
 * Copies into a folder what starts and serves, and nothing else. The packages are those that Next has traced from the build.
 * @param {string} root
 * @param {{ nodes: string[]; platform: string }} machine what the archive is for
 */
export function assemble(root, { nodes, platform }) {
  const standalone = join(ROOT, '.next', 'standalone');
  for (const name of ['.next', 'node_modules'])
    copy(join(standalone, name), join(root, name), (path) => !UNWANTED.test(path));
  // Compiled for one version of Node, and looked for before all others.
  rmSync(join(root, 'node_modules', 'better-sqlite3', 'build'), { recursive: true });
  for (const name of NEVER_READ) rmSync(join(root, 'node_modules', name), { recursive: true, force: true });
  for (const path of KEPT) copy(join(ROOT, path), join(root, path));
  for (const name of PROGRAMS) copy(join(ROOT, program(name)), join(root, program(name)));
  bundleCommand(join(root, 'bin', 'mxproof.mjs'));
  writeFileSync(join(root, 'package.json'), manifest(nodes, platform));
  checkPackages(join(root, 'node_modules'));
}

/**
 * @param {string} from
 * @param {string} to
 * @param {(path: string) => boolean} filter
 */
function copy(from, to, filter = () => true) {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, filter });
}

/** @param {string} file */
function bundleCommand(file) {
  const options = ['--bundle', '--platform=node', '--format=esm', '--target=node20', `--outfile=${file}`];
  run(bin('esbuild'), [join('scripts', 'mxproof.mjs'), ...options], 'The command could not be built.');
  chmodSync(file, 0o755);
}

/**
 * @param {string[]} nodes
 * @param {string} platform
 */
function manifest(nodes, platform) {
  const { name, version, description, license, type, engines } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  const command = (/** @type {string} */ word) => `node bin/mxproof.mjs ${word}`;
  const scripts = Object.fromEntries(
    ['start', 'worker', 'backup', 'restore', 'export', 'import', 'move', 'doctor', 'invite'].map((word) => [
      word,
      command(word),
    ]),
  );
  const about = {
    name,
    version,
    description,
    license,
    private: true,
    type,
    engines,
    platform,
    nodes,
    scripts,
  };
  return `${JSON.stringify(about, null, 2)}\n`;
}

/** @param {string} modules */
function checkPackages(modules) {
  const names = packagesIn(modules);
  const wrong = names.filter((name) => DENIED.some((start) => name === start || name.startsWith(start)));
  if (wrong.length > 0) fail(`The archive would carry ${wrong.join(', ')}.`);
}

/**
 * @param {string} modules
 * @returns {string[]}
 */
function packagesIn(modules) {
  return readdirSync(modules).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(modules, name)).map((below) => `${name}/${below}`) : [name],
  );
}
