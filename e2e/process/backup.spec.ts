import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { freePort } from '../free-port';
import { type Internet, startInternet } from '../internet/internet';
import { block } from '../scenarios/block';
import { polite, zoneWithMx } from '../scenarios/scenario';
import { labEnvironment } from '../start-lab';
import { serve, type RunningServer } from './serve';

const at = block('held');
const folder = mkdtempSync(join(tmpdir(), 'mxproof-backup-'));

let internet: Internet;
let mxproof: RunningServer | undefined;
let restored: RunningServer | undefined;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  internet = await startInternet({
    zones: [zoneWithMx(at, 'held.test')],
    behaviours: {},
    mtas: { [at(101)]: polite('mx1.held.test', { holdsRecipients: true }) },
  });
  internet.release('done@held.test');
});
test.afterEach(async () => {
  await mxproof?.kill();
  await restored?.kill();
});
test.afterAll(async () => {
  await internet.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function serveIn(name: string): Promise<RunningServer> {
  mkdirSync(join(folder, name), { recursive: true });
  const env = labEnvironment(join(folder, name), internet, await freePort(), []);
  return serve({ ...env, MXPROOF_REPLY_TIMEOUT_S: '3600', MXPROOF_CHECK_DEADLINE_S: '3600' });
}

/** Three checks that are done, and one that goes on until it is interrupted. */
async function fill(served: RunningServer): Promise<{ done: string[]; running: string }> {
  const done = [1, 2, 3].map(() => served.start('done@held.test'));
  for (const id of done)
    await expect.poll(async () => served.read(await id)).toMatchObject({ status: 'done' });
  const recipient = `${randomUUID()}@held.test`;
  const running = await served.start(recipient);
  await expect.poll(() => internet.asked(at(101))).toContain(`RCPT TO:<${recipient}>`);
  return { done: await Promise.all(done), running };
}

const readAll = (served: RunningServer, ids: readonly string[]) =>
  Promise.all(ids.map((id) => served.read(id)));

const databaseOf = (name: string) => join(folder, name, 'data', 'lab.db');

/** The types of what the database has of a running check. */
function keptEvents(name: string, id: string): string[] {
  const database = new Database(databaseOf(name), { readonly: true });
  const bodies = database
    .prepare('SELECT body FROM "CheckEvent" WHERE checkId = ?')
    .pluck()
    .all(id) as string[];
  database.close();
  return bodies.map((body) => (JSON.parse(body) as { type: string }).type);
}

/** A new mxproof on one file and nothing else. */
async function restore(file: string, name: string): Promise<RunningServer> {
  mkdirSync(dirname(databaseOf(name)), { recursive: true });
  copyFileSync(file, databaseOf(name));
  return serveIn(name);
}

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  test(`${signal}: what runs is sealed as interrupted, and the database file alone has everything`, async () => {
    mxproof = await serveIn(signal);
    const { done, running } = await fill(mxproof);
    const reports = await readAll(mxproof, done);
    expect(await mxproof.end(signal)).toBe(0);
    expect(existsSync(`${databaseOf(signal)}-wal`)).toBe(false);
    restored = await restore(databaseOf(signal), `after-${signal}`);
    expect(await readAll(restored, done)).toEqual(reports);
    expect(await restored.read(running)).toMatchObject({
      status: 'interrupted',
      sessions: [{ outcome: 'stopped', stage: 'rcpt' }],
      digest: expect.stringMatching(/^sha256:/),
    });
  });

test('npm run backup while it serves: the copy is a database with all that was done', async () => {
  mxproof = await serveIn('serving');
  const { done, running } = await fill(mxproof);
  const reports = await readAll(mxproof, done);
  // What a check sees is written down a moment later.
  await expect.poll(() => keptEvents('serving', running)).toContain('session.opened');
  const file = join(folder, 'copy.db');
  expect(await backUp('serving', file)).toEqual({
    code: 0,
    said: `mxproof: The database was copied to ${file}.`,
  });
  expect(await mxproof.read(running)).toMatchObject({ status: 'running' });
  restored = await restore(file, 'copied');
  expect(await readAll(restored, done)).toEqual(reports);
  expect(await restored.read(running)).toMatchObject({
    status: 'interrupted',
    sessions: [{ outcome: null }],
  });
  expect(await backUp('serving', file)).toEqual({ code: 1, said: `mxproof: ${file} is there already.` });
});

test('npm run export and npm run import while both serve: links keep working, with the same text', async () => {
  mxproof = await serveIn('exporting');
  const { done, running } = await fill(mxproof);
  const file = join(folder, 'all.jsonl.gz');
  const exported = await run('export', 'exporting', file);
  expect(exported).toMatchObject({ code: 0 });
  expect(exported.said).toContain(
    `Exported to ${file}: 3 checks, 0 mails, 0 notes, 0 watches, 0 receivers, 0 settings.`,
  );
  expect(exported.said).toContain('Checks under way, which are not in it: 1.');
  expect(exported.said).toContain('Never in an export: accounts, passwords,');
  expect(statSync(file).mode & 0o777).toBe(0o600);

  restored = await serveIn('importing');
  const imported = await run('import', 'importing', file);
  expect(imported).toMatchObject({
    code: 0,
    said: expect.stringContaining('checks 3 added, 0 there already'),
  });
  expect(await readAll(restored, done)).toEqual(await readAll(mxproof, done));
  for (const id of done) expect(await textOf(restored, id)).toBe(await textOf(mxproof, id));
  expect(await restored.read(running)).toMatchObject({ status: 404 });
  expect((await run('import', 'importing', file)).said).toContain('checks 0 added, 3 there already');

  const again = join(folder, 'again.jsonl.gz');
  expect(await run('export', 'importing', again)).toMatchObject({ code: 0 });
  expect(readFileSync(again).equals(readFileSync(file))).toBe(true);

  writeFileSync(file, readFileSync(file).subarray(0, 900));
  const half = await run('import', 'nowhere-yet', file);
  expect(half).toMatchObject({ code: 1, said: expect.stringContaining('it is not whole.') });
});

async function textOf({ url }: RunningServer, id: string): Promise<string> {
  const text = await (await fetch(`${url}/check/${id}/report.txt?full=1`)).text();
  // Its own address is in it.
  return text.replaceAll(url, '');
}

test('npm run export and import without a database or a file: one sentence', async () => {
  expect(await run('export', 'nowhere', join(folder, 'none.gz'))).toEqual({
    code: 1,
    said: `mxproof: There is no database ${databaseOf('nowhere')}.`,
  });
  expect(await run('export', 'nowhere')).toEqual({
    code: 1,
    said: 'mxproof: Say where to: npm run export -- FILE',
  });
  expect(await run('import', 'nowhere')).toEqual({
    code: 1,
    said: 'mxproof: Say from where: npm run import -- FILE',
  });
  expect(await run('import', 'nowhere', join(folder, 'none.gz'))).toEqual({
    code: 1,
    said: `mxproof: There is no file ${join(folder, 'none.gz')}.`,
  });
});

test('npm run backup without a database, and without a file: one sentence', async () => {
  expect(await backUp('nowhere', join(folder, 'none.db'))).toEqual({
    code: 1,
    said: `mxproof: There is no database ${databaseOf('nowhere')}.`,
  });
  expect(await backUp('nowhere')).toEqual({
    code: 1,
    said: 'mxproof: Say where to: npm run backup -- FILE',
  });
});

const backUp = (name: string, ...args: string[]) => run('backup', name, ...args);

async function run(
  script: 'backup' | 'export' | 'import',
  name: string,
  ...args: string[]
): Promise<{ code: number; said: string }> {
  const env = { ...process.env, DATABASE_URL: `file:${databaseOf(name)}` };
  const npm = spawn('npm', ['run', '--silent', script, '--', ...args], { env });
  let said = '';
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (text) => (said += String(text)));
  const [code] = (await once(npm, 'close')) as [number];
  return { code, said: said.trim() };
}

test('a server whose starter was killed ends by itself, in good order', async () => {
  mxproof = await serveIn('orphan');
  const { running } = await fill(mxproof);
  await mxproof.end('SIGKILL');
  await expect.poll(() => existsSync(`${databaseOf('orphan')}-wal`)).toBe(false);
  restored = await restore(databaseOf('orphan'), 'after-orphan');
  expect(await restored.read(running)).toMatchObject({ status: 'interrupted' });
});
