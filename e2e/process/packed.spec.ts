import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort } from '../free-port';
import { type Internet, startInternet } from '../internet/internet';
import { block } from '../scenarios/block';
import { polite, zoneWithMx } from '../scenarios/scenario';
import { labEnvironment } from '../start-lab';
import { type RunningServer, serve } from './serve';

test.describe.configure({ mode: 'serial' });

const at = block('held');
const folder = mkdtempSync(join(tmpdir(), 'mxproof-packed-'));
/** Nobody's, who may write nothing that is not given to them. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const AS_NOBODY = [
  `--reuid=${NOBODY}`,
  `--regid=${NOBODY}`,
  '--clear-groups',
  '--no-new-privs',
  '--bounding-set=-all',
];

/** The folder that the archive holds. */
let root: string;
/** Where mxproof may write. */
const own = join(folder, 'own');
let internet: Internet;
let mxproof: RunningServer | undefined;

test.beforeAll(async () => {
  // nobody is to come in, and to write in one place only
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'bin'));
  symlinkSync(process.execPath, join(folder, 'bin', 'node'));
  internet = await startInternet({
    zones: [zoneWithMx(at, 'held.test')],
    behaviours: {},
    mtas: { [at(101)]: polite('mx1.held.test') },
  });
});
test.afterAll(async () => {
  await mxproof?.kill();
  await internet.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Makes the archive; its bytes. */
function release(out: string): { archive: string; bytes: Buffer } {
  execFileSync('node', [join('scripts', 'release.mjs'), '--this-node', '--out', out], { stdio: 'pipe' });
  const name = readdirSync(out).find((one) => one.endsWith('.tar.gz')) ?? '';
  return { archive: join(out, name), bytes: readFileSync(join(out, name)) };
}

/** All that a process with these programs at hand finds: Node, and no registry. */
const BARE: NodeJS.ProcessEnv = {
  NODE_ENV: 'production',
  PATH: join(folder, 'bin'),
  npm_config_registry: 'http://127.0.0.1:9/',
};

function command(...args: string[]): [string, ...string[]] {
  const node = join(folder, 'bin', 'node');
  const rest = [join(root, 'bin', 'mxproof.mjs'), ...args];
  return isRoot ? ['/usr/bin/setpriv', ...AS_NOBODY, node, ...rest] : [node, ...rest];
}

function runToEnd(env: Record<string, string>, ...args: string[]) {
  const [program, ...rest] = command(...args);
  const { status, stdout, stderr } = spawnSync(program, rest, {
    cwd: own,
    env: { ...BARE, ...env },
    encoding: 'utf8',
  });
  return { code: status, said: `${stdout}${stderr}`.trim() };
}

/** Name, size and time of everything in the tree. */
function tree(): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((path) => {
      const { size, mtimeMs } = lstatSync(join(root, path));
      return `${path} ${size} ${mtimeMs}`;
    });
}

test('the same commit gives the same archive, whose checksum stands beside it', () => {
  const first = release(join(folder, 'first'));
  const second = release(join(folder, 'second'));
  expect(first.bytes.equals(second.bytes)).toBe(true);
  const [digest] = readFileSync(`${first.archive}.sha256`, 'utf8').split('  ');
  expect(digest).toBe(createHash('sha256').update(first.bytes).digest('hex'));
  console.log(`the archive has ${(first.bytes.length / 1e6).toFixed(1)} MB`);
  execFileSync('tar', ['xzf', first.archive, '-C', folder]);
  root = join(folder, readdirSync(folder).find((name) => name.startsWith('mxproof-')) ?? '');
  mkdirSync(own);
  if (isRoot) chownSync(own, NOBODY, NOBODY);
  else execFileSync('chmod', ['-R', 'a-w', root]);
});

test('it carries nothing that builds, fetches or shrinks pictures, and tells what it carries', () => {
  const packages = readdirSync(join(root, 'node_modules'));
  for (const name of [
    'sharp',
    '@img',
    'prisma',
    'tsx',
    'typescript',
    'esbuild',
    '@esbuild',
    'eslint',
    'vitest',
    '@types',
    'tailwindcss',
  ])
    expect(packages).not.toContain(name);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  expect(files.filter((name) => /\.(?:ts|tsx|map|db)$|\.test\.|schema\.prisma$/.test(name))).toEqual([]);
  expect(files.filter((name) => /^node_modules.*\.node$/.test(name))).toHaveLength(1);
  const { bomFormat, components } = JSON.parse(readFileSync(join(root, 'sbom.cdx.json'), 'utf8')) as {
    bomFormat: string;
    components: { name: string }[];
  };
  expect(bomFormat).toBe('CycloneDX');
  const named = components.map(({ name }) => name);
  const inside = packages.flatMap((name) =>
    name.startsWith('@')
      ? readdirSync(join(root, 'node_modules', name)).map((one) => `${name}/${one}`)
      : [name],
  );
  expect(inside.filter((name) => !named.includes(name))).toEqual([]);
});

test('with Node alone, from a tree that it cannot write to: a check, a backup, a restore, an export, an import', async () => {
  const before = tree();
  const port = await freePort();
  const env = {
    ...labEnvironment(own, internet, port, []),
    DATABASE_URL: `file:${join(own, 'db', 'x.db')}`,
  };
  const started = () => serve(env, { command: command(), cwd: own, env: BARE });
  mxproof = await started();
  const id = await mxproof.start('user@held.test');
  await expect.poll(async () => mxproof?.read(id)).toMatchObject({ status: 'done' });
  const report = await mxproof.read(id);
  expect(report).toMatchObject({ verdict: { outcome: 'accepted' } });
  const url = `http://127.0.0.1:${port}`;
  for (const path of [
    '/',
    `/check/${id}`,
    '/findings',
    '/explain',
    '/bounce',
    '/domain/held.test',
    '/icon.svg',
  ])
    expect((await fetch(`${url}${path}`)).status, path).toBe(200);
  const page = await (await fetch(`${url}/check/${id}`)).text();
  const scripts = [...page.matchAll(/"(\/_next\/static\/[^"\\]+)"/g)].map(([, path = '']) => path);
  expect(scripts.length).toBeGreaterThan(0);
  for (const path of scripts) expect((await fetch(`${url}${path}`)).status, path).toBe(200);
  expect(runToEnd(env, 'health')).toMatchObject({ code: 0, said: expect.stringContaining('"status":"ok"') });

  expect(
    runToEnd({ ...env, MXPROOF_ACCOUNTS: '1' }, 'invite', 'ada@example.org', '--role', 'admin'),
  ).toMatchObject({ code: 0, said: expect.stringContaining(`http://localhost:${port}/join?code=`) });
  expect(runToEnd(env, 'backup', 'copy.db')).toEqual({
    code: 0,
    said: `mxproof: The database was copied to ${join(own, 'copy.db')}.`,
  });
  expect(runToEnd(env, 'export', 'all.jsonl.gz')).toMatchObject({
    code: 0,
    said: expect.stringContaining(`Exported to ${join(own, 'all.jsonl.gz')}: 1 check, 0 mails`),
  });
  expect(runToEnd(env, 'restore', 'copy.db')).toMatchObject({ code: 1 });
  expect(await mxproof.end('SIGTERM')).toBe(0);
  expect(runToEnd(env, 'health')).toMatchObject({ code: 1 });
  rmSync(join(own, 'db'), { recursive: true });
  expect(runToEnd(env, 'restore', 'copy.db')).toMatchObject({ code: 0 });
  mxproof = await started();
  expect(await mxproof.read(id)).toEqual(report);
  expect(await mxproof.end('SIGTERM')).toBe(0);
  rmSync(join(own, 'db'), { recursive: true });
  expect(runToEnd(env, 'import', 'all.jsonl.gz')).toMatchObject({ code: 0 });
  mxproof = await started();
  expect(await mxproof.read(id)).toEqual(report);
  expect(await mxproof.end('SIGTERM')).toBe(0);
  expect(tree()).toEqual(before);
});

test('what it cannot do is one sentence', () => {
  expect(runToEnd({}, 'fly')).toEqual({
    code: 1,
    said: 'mxproof: There is no command fly; there are start (or nothing), worker, backup FILE, restore FILE, export FILE, import FILE, move FILE URL, doctor, invite ADDRESS, check TARGET, health.',
  });
  rmSync(join(root, 'node_modules', 'better-sqlite3', 'lib', 'binding'), { recursive: true });
  expect(runToEnd({}).said).toMatch(
    /^mxproof: This archive is for Node \d+ on \S+, and this is Node \S+ on \S+\.$/,
  );
});
