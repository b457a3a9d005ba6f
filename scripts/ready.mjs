// What must be there before anything of mxproof can run. Plain JavaScript: it runs before any package is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = { major: 20, minor: 19 };
const RECOMMENDED_NODE = 24;

/** What a build is made of; anything else may change without a new one. */
const BUILD_SOURCES = [
  'app',
  'components',
  'lib',
  'pages',
  'public',
  'prisma/schema.prisma',
  'prisma/postgresql/schema.prisma',
  'package-lock.json',
  'tsconfig.json',
];
const BUILD_FILES = ['next.config.ts', 'postcss.config.mjs', 'proxy.ts', 'instrumentation.ts'];

/**
 * Says one sentence on standard error and ends the process.
 * @param {string} sentence
 * @returns {never}
 */
export function fail(sentence) {
  console.error(`mxproof: ${sentence}`);
  process.exit(1);
}

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const { major: oldestMajor, minor: oldestMinor } = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor))
    fail(
      `Node ${process.versions.node} is too old; install Node ${RECOMMENDED_NODE}, or at least ${oldestMajor}.${oldestMinor}.`,
    );
}

/**
 * Adds what `.env` says to the environment, or the file that `MXPROOF_ENV_FILE` names; what is there already stands. Next would read
 * it as well, together with others of its own: one reader is enough.
 */
export function readEnvFile() {
  const { MXPROOF_ENV_FILE: named } = process.env;
  const file = resolve(ROOT, named || '.env');
  process.env['__NEXT_PROCESSED_ENV'] = 'true';
  if (!named && !existsSync(file)) return;
  try {
    process.loadEnvFile(file);
  } catch (error) {
    fail(`${file} cannot be read as variables (${error instanceof Error ? error.message : error}).`);
  }
}

/** Packages, when one is missing or of another version than `package-lock.json` says. */
export function installPackages() {
  if (arePackagesCurrent()) return;
  say('Installing packages (this takes a minute)');
  run(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    'The packages could not be installed; is there a way to the npm registry?',
  );
}

/** The database clients, when a schema has changed. */
export function generateClient() {
  const stamp = join(ROOT, 'lib', 'store', 'generated', '.made-of');
  const schemas = ['prisma/schema.prisma', 'prisma/postgresql/schema.prisma'];
  const hash = hashOf([...schemas, 'package-lock.json']);
  if (readText(stamp) === hash) return;
  say('Generating the database client');
  // Any executable will do: with one given, Prisma downloads none, and `generate` does not use it.
  const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
  // One stands in the other, which Prisma would take for what is not its own.
  rmSync(dirname(stamp), { recursive: true, force: true });
  for (const schema of schemas)
    run(bin('prisma'), ['generate', '--schema', schema], 'The database client could not be generated.', env);
  writeFileSync(stamp, hash);
}

const GENERATED = join('lib', 'server', 'generated');

/** Programs of ours as single files, by their entries: Node knows neither TypeScript nor our paths. */
const ENTRIES = {
  serve: join('lib', 'server', 'front', 'serve.ts'),
  'mail-reader': join('lib', 'server', 'engine', 'mail-reader', 'worker.ts'),
  'message-verifier': join('lib', 'server', 'engine', 'message-verifier', 'worker.ts'),
  'report-verifier': join('lib', 'server', 'engine', 'report-verifier', 'worker.ts'),
  preflight: join('scripts', 'preflight.ts'),
  'back-up': join('scripts', 'back-up.ts'),
  restore: join('scripts', 'restore.ts'),
  transfer: join('scripts', 'transfer.ts'),
  move: join('scripts', 'move.ts'),
  doctor: join('scripts', 'doctor.ts'),
  invite: join('scripts', 'invite.ts'),
  worker: join('scripts', 'worker.ts'),
};

export const PROGRAMS = /** @type {(keyof typeof ENTRIES)[]} */ (Object.keys(ENTRIES));

/**
 * Packages that these take from `node_modules`: Next is started as it is, one has a binary, one starts threads of its own files, and
 * Prisma's are large, as is better-auth, which none of them needs; graphile-worker finds its own files.
 */
const EXTERNAL = [
  'next',
  'better-sqlite3',
  'pino',
  '@prisma/client',
  '@prisma/adapter-better-sqlite3',
  '@prisma/adapter-pg',
  'pg',
  'graphile-worker',
  'better-auth',
];

/** For packages that ask for Node's own modules in the older way. */
const REQUIRE =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";

/**
 * Where such a program stands, seen from the root.
 * @param {keyof typeof ENTRIES} name
 */
export function program(name) {
  return join(GENERATED, `${name}.mjs`);
}

/** The programs, when a source file has changed. */
export function bundlePrograms() {
  const stamp = join(ROOT, GENERATED, '.made-of');
  const hash = hashOf(['lib', 'prisma', 'scripts', 'package-lock.json', 'tsconfig.json']);
  if (readText(stamp) === hash && PROGRAMS.every((name) => existsSync(join(ROOT, program(name))))) return;
  const options = [
    '--bundle',
    '--platform=node',
    '--format=esm',
    '--target=node20',
    ...EXTERNAL.map((name) => `--external:${name}`),
    `--banner:js=${REQUIRE}`,
    '--out-extension:.js=.mjs',
    `--outdir=${GENERATED}`,
  ];
  const entries = Object.entries(ENTRIES).map(([name, entry]) => `${name}=${entry}`);
  run(bin('esbuild'), [...entries, ...options], 'The programs could not be built.');
  writeFileSync(stamp, hash);
}

/** Where better-sqlite3 looks for its binary of each version of Node, when there is none that was compiled in its folder. */
export const DATABASE_LIBRARIES = join('node_modules', 'better-sqlite3', 'lib', 'binding');

/**
 * The folder of the one for a version of Node, which is known by the number of its binary interface.
 * @param {string} modules
 */
export function libraryOfNode(modules) {
  return `node-v${modules}-${process.platform}-${process.arch}`;
}

/** The build, when a source file has changed. */
export function build() {
  const stamp = join(ROOT, '.next', '.made-of');
  const made = `${hashOf([...BUILD_SOURCES, ...BUILD_FILES])} ${basePath()}`;
  if (readText(stamp) === made && existsSync(join(ROOT, '.next', 'BUILD_ID'))) return;
  say('Building (this takes a minute)');
  run(bin('next'), ['build'], 'The build failed.');
  bundlePageScripts();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, made);
}

/** Written into every page of a build (`lib/own-link.ts`); `next.config.ts` refuses what is none. */
function basePath() {
  return process.env['MXPROOF_BASE_PATH'] ?? '';
}

/** React is ten times as large, and what it can do beyond is not needed to draw one page. */
const PREACT = ['--alias:react=preact/compat', '--alias:react-dom=preact/compat'];

/**
 * The scripts of pages, which are served without React's, beside the files whose address changes with each build; what a script needs
 * later is a file of its own. Each is made by itself, so that what they share is no further file.
 */
function bundlePageScripts() {
  const next = join(ROOT, '.next');
  const folder = join(next, 'static', readFileSync(join(next, 'BUILD_ID'), 'utf8'));
  const options = [
    '--bundle',
    '--splitting',
    '--minify',
    '--format=esm',
    '--target=es2022',
    `--define:process.env.MXPROOF_BASE_PATH=${JSON.stringify(basePath())}`,
    '--define:process.env.NODE_ENV="production"',
    `--outdir=${folder}`,
  ];
  /**
   * @param {string} entry
   * @param {string[]} more
   */
  const bundle = (entry, ...more) =>
    run(bin('esbuild'), [join(ROOT, entry), ...options, ...more], 'A script of pages could not be built.');
  bundle(join('components', 'shell', 'frozen-page.ts'));
  bundle(join('components', 'check', 'live-page.tsx'), '--jsx=automatic', ...PREACT);
}

/**
 * Runs a program to its end; its output is shown only when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {string} sentence what is said when it fails
 * @param {Record<string, string>} env
 */
export function run(command, args, sentence, env = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: ROOT,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return;
  console.error(stdout + stderr);
  fail(sentence);
}

/** @param {string} name */
export function bin(name) {
  return join(ROOT, 'node_modules', '.bin', name);
}

/** @param {string} sentence */
export function say(sentence) {
  console.log(`mxproof: ${sentence} …`);
}

/** How soon a program ends whose parent has been killed. */
const ORPHAN_CHECK_MS = 500;

/**
 * Ends a program with this process, and this process with the program. A signal to npm reaches the shell between, which
 * dies alone and leaves us behind as orphans: then we end, too.
 * @param {import('node:child_process').ChildProcess} program
 */
export function shareFate(program) {
  const end = (/** @type {NodeJS.Signals} */ signal) => program.kill(signal);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => end(signal));
  whenOrphaned(() => end('SIGTERM'));
}

/**
 * Acts when the parent has died, under npm and in a run of the tests; elsewhere a program may be left alone on purpose.
 * @param {() => void} act
 */
export function whenOrphaned(act) {
  const { ppid } = process;
  const { npm_lifecycle_event: npm, MXPROOF_TEST_RUN: run } = process.env;
  if (npm === undefined && run === undefined) return;
  const timer = setInterval(() => {
    if (process.ppid === ppid) return;
    clearInterval(timer);
    act();
  }, ORPHAN_CHECK_MS).unref();
}

/** npm keeps a lock of what it has installed; packages for other systems are not in it. */
function arePackagesCurrent() {
  const wanted = readLock(join(ROOT, 'package-lock.json'));
  const installed = readLock(join(ROOT, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || optional === true || installed[path]?.version === version,
  );
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string; optional?: boolean }>}
 */
function readLock(path) {
  return JSON.parse(readText(path) ?? '{}').packages ?? {};
}

/** @param {string} path */
function readText(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** @param {string[]} paths */
function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesUnder).sort())
    hash.update(`${path}\0`).update(readFileSync(join(ROOT, path)));
  return hash.digest('hex');
}

/**
 * Tests and generated files are not part of a build.
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full, { withFileTypes: true }).flatMap((entry) => {
    const below = join(path, entry.name);
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : filesUnder(below);
    return entry.name.endsWith('.test.ts') || entry.name.endsWith('.md') ? [] : [below];
  });
}
