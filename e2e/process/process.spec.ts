import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { block } from '../scenarios/block';
import { scripted, zone } from '../scenarios/scenario';
import { type Internet, startInternet } from '../internet/internet';
import { freePort } from '../free-port';
import { labEnvironment } from '../start-lab';
import { answers, serve, type RunningServer, START } from './serve';
import { startSilentInternet } from './silent-internet';

// In one worker, in order: the tests of a group share a folder.
test.describe.configure({ mode: 'default' });

test.describe('what keeps mxproof from starting: one sentence and exit code 1', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mxproof-process-'));
  writeFileSync(join(folder, 'hints'), '. 3600 IN NS a.root.\na.root. 3600 IN A 1.2.3\n');
  writeFileSync(join(folder, 'text.db'), 'this is no database, however long it may be'.repeat(40));
  test.afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  for (const [name, env, sentence] of [
    ['a port that is no number', { PORT: 'http' }, 'PORT must be a port from 1 to 65535.'],
    [
      'a port beyond all',
      { MXPROOF_SMTP_PORT: '70000' },
      'MXPROOF_SMTP_PORT must be a port from 1 to 65535.',
    ],
    [
      'a negative time',
      { MXPROOF_COOLDOWN_S: '-1' },
      'MXPROOF_COOLDOWN_S must be a whole number of seconds from 0 to 2000000.',
    ],
    [
      'no concurrency',
      { MXPROOF_CONCURRENCY: '0' },
      'MXPROOF_CONCURRENCY must be a whole number from 1 to 1000.',
    ],
    [
      'a HELO name with a space',
      { MXPROOF_HELO: 'a b' },
      'MXPROOF_HELO must be a host name or an address literal such as [192.0.2.1].',
    ],
    [
      'a sender without @',
      { MXPROOF_MAIL_FROM: 'x' },
      'MXPROOF_MAIL_FROM must be a mail address, or <> for the null sender.',
    ],
    [
      'an address for others, and nobody signs in',
      { HOST: '0.0.0.0' },
      'HOST 0.0.0.0 lets others in, and nobody signs in: set MXPROOF_TRUSTED_HEADER and MXPROOF_TRUSTED_PROXIES, or MXPROOF_ACCOUNTS=1, or MXPROOF_OPEN=1 to let everybody start checks.',
    ],
    [
      'a header that anybody may send',
      { MXPROOF_TRUSTED_HEADER: 'X-Remote-User' },
      'MXPROOF_TRUSTED_HEADER is believed only of proxies that MXPROOF_TRUSTED_PROXIES names; set that, too.',
    ],
    [
      'no CIDR',
      { MXPROOF_ALLOW_NETWORKS: '10.0.0.0/8,x' },
      'MXPROOF_ALLOW_NETWORKS must be networks such as 192.168.0.0/16, separated by commas; "x" is none.',
    ],
    [
      'no hints file',
      { MXPROOF_ROOT_HINTS: join(folder, 'none') },
      `MXPROOF_ROOT_HINTS names ${join(folder, 'none')}, which cannot be read (ENOENT).`,
    ],
    [
      'a bad hints file',
      { MXPROOF_ROOT_HINTS: join(folder, 'hints') },
      `MXPROOF_ROOT_HINTS names ${join(folder, 'hints')}, which is no root hints file: line 2: "1.2.3" is not an address of type A.`,
    ],
    [
      'another database',
      { DATABASE_URL: 'mysql://x' },
      'DATABASE_URL must be file: and the path of a SQLite file, or postgresql://USER:PASSWORD@HOST/DATABASE.',
    ],
    [
      'a folder that cannot be',
      { DATABASE_URL: 'file:/dev/null/x/mxproof.db' },
      'The database folder /dev/null/x cannot be written to (ENOTDIR); give mxproof the right to, or set DATABASE_URL to another place.',
    ],
    [
      'a file that is no database',
      { DATABASE_URL: `file:${join(folder, 'text.db')}` },
      `The database ${join(folder, 'text.db')} cannot be used`,
    ],
    [
      'an address of another machine',
      { HOST: '192.0.2.1', MXPROOF_OPEN: '1' },
      'mxproof cannot listen on 192.0.2.1, port 17249 (EADDRNOTAVAIL); set HOST to an address of this machine.',
    ],
  ] as const)
    test(name, async () => {
      const { code, stderr } = await runToEnd({
        PORT: '17249',
        DATABASE_URL: `file:${join(folder, 'good.db')}`,
        ...env,
      });
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stderr).toContain(`mxproof: ${sentence}`);
      expect(code).toBe(1);
    });

  test('a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { code, stderr } = await runToEnd({
      PORT: String(port),
      DATABASE_URL: `file:${join(folder, 'good.db')}`,
    });
    other.close();
    expect(stderr.trim()).toBe(
      `mxproof: Port ${port} on 127.0.0.1 is in use; end what listens there, or set PORT to another one.`,
    );
    expect(code).toBe(1);
  });
});

function runToEnd(env: Record<string, string>): Promise<{ code: number; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, START, { env: { ...process.env, ...env } }, (_, __, stderr) => {
      resolve({ code: child.exitCode ?? -1, stderr });
    });
  });
}

test('npm start that is ended takes its server along', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mxproof-ended-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, PORT: String(port), DATABASE_URL: `file:${join(folder, 'mxproof.db')}` };
  const npm = spawn('npm', ['start', '--silent'], { env, stdio: 'ignore' });
  await expect.poll(() => answers(url)).toBe(true);
  npm.kill('SIGTERM');
  await expect.poll(() => answers(url)).toBe(false);
  rmSync(folder, { recursive: true, force: true });
});

test.describe.serial('checks under way when the process dies', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mxproof-killed-'));
  let internet: Internet;
  let mxproof: RunningServer;

  test.beforeAll(async () => {
    internet = await startSilentInternet();
  });
  test.afterAll(async () => {
    await mxproof.kill();
    await internet.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const launch = async (more: Record<string, string> = {}) => {
    const env = labEnvironment(folder, internet, await freePort(), []);
    mxproof = await serve({ ...env, MXPROOF_GREETING_TIMEOUT_S: '3600', MXPROOF_CONCURRENCY: '1', ...more });
  };
  const start = (options: object = {}) => mxproof.start('user@silent.test', options);

  test('wait in order, also over a restart; what ran is interrupted with all it had seen', async () => {
    await launch();
    const [running, second, third] = [await start(), await start(), await start()];
    await expect
      .poll(() => mxproof.read(running))
      .toMatchObject({ status: 'running', sessions: [{ outcome: null }] });
    expect(await mxproof.read(second)).toMatchObject({ status: 'queued', queuePlace: 1 });
    expect(await mxproof.read(third)).toMatchObject({ status: 'queued', queuePlace: 2 });
    await expect.poll(() => isWritten(join(folder, 'data', 'lab.db'), running)).toBe(true);
    const { trace } = await mxproof.read(running);
    expect(trace.queryCount).toBeGreaterThan(3);
    await mxproof.kill();
    await launch();
    expect(await mxproof.read(running)).toMatchObject({
      status: 'interrupted',
      trace,
      sessions: [{ outcome: null }],
      verdict: { outcome: 'unknown', headline: 'The check was interrupted before it could tell.' },
      digest: expect.stringMatching(/^sha256:/),
    });
    await expect
      .poll(() => mxproof.read(second))
      .toMatchObject({ status: 'running', sessions: [{ outcome: null }] });
    expect(await mxproof.read(third)).toMatchObject({ status: 'queued', queuePlace: 1 });
    for (const id of [third, second]) await mxproof.post(`/api/checks/${id}/stop`);
  });

  /** Whether the database, which is a moment behind, has everything that was seen. */
  async function isWritten(file: string, id: string): Promise<boolean> {
    const database = new Database(file, { readonly: true });
    const last = database.prepare('SELECT max(seq) FROM CheckEvent WHERE checkId = ?').pluck().get(id);
    database.close();
    return last === (await mxproof.read(id)).seq;
  }

  test('a check that is stopped while it waits never begins', async () => {
    const [running, waiting] = [await start(), await start()];
    await mxproof.post(`/api/checks/${waiting}/stop`);
    expect(await mxproof.read(waiting)).toMatchObject({
      status: 'stopped',
      trace: { queryCount: 0 },
      sessions: [],
    });
    await mxproof.post(`/api/checks/${running}/stop`);
    expect(await mxproof.read(running)).toMatchObject({ status: 'stopped' });
  });

  test('the same target within MXPROOF_REUSE_S is the same check; other options are another', async () => {
    await mxproof.kill();
    await launch({ MXPROOF_REUSE_S: '3600' });
    const id = await start();
    expect(await start()).toBe(id);
    expect(await start({ depth: 'greeting' })).not.toBe(id);
  });

  test('too many from one address: 429 with the seconds to wait', async () => {
    const ask = () =>
      mxproof.post('/api/checks', {
        target: 'user@silent.test',
        options: { depth: 'greeting', helo: `${Math.random()}.example` },
      });
    let answer: Response;
    do answer = await ask();
    while (answer.status === 202);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await answer.json()).toMatchObject({ code: 'too-many-checks', status: 429 });
  });
});

test.describe('SIGTERM with checks that run and more that wait', () => {
  const RUNNING = 20;
  const folder = mkdtempSync(join(tmpdir(), 'mxproof-ended-'));
  const at = block('held');
  const numbers = Array.from({ length: RUNNING }, (_, n) => n + 1);
  let internet: Internet;
  let mxproof: RunningServer;

  test.beforeAll(async () => {
    const records = numbers.flatMap((n) => [`d${n} MX 10 mx${n}`, `mx${n} A ${at(100 + n)}`]);
    const silent = scripted('mx.many-silent.test', { greeting: ['silence'] });
    internet = await startInternet({
      zones: [zone(at, 'many-silent.test', ...records)],
      behaviours: {},
      mtas: Object.fromEntries(numbers.map((n) => [at(100 + n), silent])),
    });
  });
  test.afterAll(async () => {
    await mxproof.kill();
    await internet.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const launch = async () => {
    const env = labEnvironment(folder, internet, await freePort(), []);
    mxproof = await serve({ ...env, MXPROOF_GREETING_TIMEOUT_S: '3600', MXPROOF_END_GRACE_S: '1' });
  };
  const startAll = (depth: string) =>
    Promise.all(numbers.map((n) => mxproof.start(`user@d${n}.many-silent.test`, { depth })));
  const statesOf = async (ids: readonly string[]) => {
    const reports = await Promise.all(ids.map((id) => mxproof.read(id)));
    return [...new Set(reports.map(({ status, sessions }) => `${status}, ${sessions.length} sessions`))];
  };
  const callersOf = (ids: readonly string[]) => {
    const database = new Database(join(folder, 'data', 'lab.db'), { readonly: true });
    const rows = ids.map((id) => database.prepare('SELECT caller FROM "Check" WHERE id = ?').pluck().get(id));
    database.close();
    return [...new Set(rows)];
  };

  test('what runs is interrupted after its grace time, what waits goes on waiting for its caller', async () => {
    await launch();
    const running = await startAll('envelope');
    await expect.poll(() => statesOf(running)).toEqual(['running, 1 sessions']);
    const waiting = [...(await startAll('greeting')), ...(await startAll('envelope'))];
    expect(await statesOf(waiting)).toEqual(['queued, 0 sessions']);
    const from = performance.now();
    expect(await mxproof.end('SIGTERM')).toBe(0);
    expect(performance.now() - from).toBeGreaterThan(1_000);
    expect(callersOf(waiting)).toEqual(['127.0.0.1']);
    expect(callersOf(running)).toEqual([null]);

    await launch();
    expect(await statesOf(running)).toEqual(['interrupted, 1 sessions']);
    const [next, last] = [waiting.slice(0, RUNNING), waiting.slice(RUNNING)];
    await expect.poll(() => statesOf(next)).toEqual(['running, 1 sessions']);
    const places = await Promise.all(last.map(async (id) => (await mxproof.read(id)).queuePlace ?? 0));
    expect(places.toSorted((a, b) => a - b)).toEqual(numbers);
  });
});
