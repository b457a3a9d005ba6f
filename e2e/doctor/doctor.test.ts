import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Item } from '@/lib/server/engine/doctor/item';
import { freePort } from '../free-port';
import { type Internet, startInternet } from '../internet/internet';
import { block } from '../scenarios/block';
import { polite, zoneWithMx } from '../scenarios/scenario';
import { labEnvironment } from '../start-lab';

const folder = mkdtempSync(join(tmpdir(), 'mxproof-doctor-'));
const at = block('held');
let internet: Internet;

beforeAll(async () => {
  internet = await startInternet({
    zones: [zoneWithMx(at, 'well.test')],
    behaviours: {},
    mtas: { [at(101)]: polite('mx1.well.test') },
  });
});

afterAll(async () => {
  await internet.stop();
  rmSync(folder, { recursive: true });
});

/** `npm run doctor` in the practice internet. */
async function doctor(
  env: Record<string, string>,
  ...args: string[]
): Promise<{ code: number; output: string }> {
  const command = ['--import', 'tsx', join('scripts', 'doctor.ts'), ...args];
  const lab = labEnvironment(folder, internet, await freePort(), []);
  return new Promise((resolve) => {
    execFile(process.execPath, command, { env: { ...process.env, ...lab, ...env } }, (error, output) =>
      resolve({ code: error === null ? 0 : Number(error.code), output }),
    );
  });
}

/** What it found, by the names of what it looked at. */
function statesIn(output: string): Record<string, Item['state']> {
  const { items } = JSON.parse(output) as { items: Item[] };
  return Object.fromEntries(items.map(({ name, state }) => [name, state]));
}

test('a value that is wrong is told, and nothing is asked', async () => {
  const { code, output } = await doctor({ MXPROOF_CONCURRENCY: 'many' });
  expect(code).toBe(1);
  expect(output).toContain('wrong configuration: MXPROOF_CONCURRENCY must be a whole number');
  expect(output).not.toContain('DNS over');
});

test('a network in which nothing answers is wrong', async () => {
  const port = String(await freePort());
  const { code, output } = await doctor({ MXPROOF_DNS_PORT: port }, 'well.test', '--json');
  expect(code).toBe(1);
  expect(statesIn(output)).toMatchObject({ 'DNS over IPv4, UDP': 'wrong', 'DNS over IPv4, TCP': 'wrong' });
});

test('a domain without anybody to greet proves nothing about the port', async () => {
  const { output } = await doctor({}, 'nobody.test', '--json');
  expect(statesIn(output)).toMatchObject({
    'DNS over IPv4, UDP': 'ok',
    [`port ${internet.smtpPort}`]: 'warn',
  });
});

test('where all is well, what is left are warnings', async () => {
  const { code, output } = await doctor({}, 'well.test', '--json');
  expect(code).toBe(0);
  expect(statesIn(output)).toMatchObject({
    packages: 'ok',
    database: 'warn',
    disk: 'ok',
    clock: 'ok',
    'DNS over IPv4, UDP': 'ok',
    'DNS over IPv4, TCP': 'ok',
    IPv6: 'warn',
    [`port ${internet.smtpPort}`]: 'ok',
    'vantage.helo-unresolved': 'warn',
  });
});
