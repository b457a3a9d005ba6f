import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { log } from '../config/log';
import { createAccounts } from './accounts';
import { noteAuthLog, withoutWords } from './auth-log';

const lines: unknown[] = [];
beforeEach(() => {
  lines.length = 0;
  for (const level of ['warn', 'error'] as const)
    vi.spyOn(log, level).mockImplementation((...line: unknown[]) => void lines.push(line));
});
afterEach(() => vi.restoreAllMocks());

const TOKEN = 'k3J9x0QwE-7bT5zRmN2vYpL8';
const failure = (message: string) => Object.assign(new Error(message), { code: 'P2021' });

test.each([
  ['no row of ada@example.org', 'no row of …'],
  ['cookie mxproof.session_token=abc', 'cookie …'],
  [`the token ${TOKEN}x is none`, 'the token … is none'],
  ['two\nlines', 'two lines'],
  [`${'x '.repeat(1000)}ada@example.org`, 'x '.repeat(150).trim()],
  ['Invalid password', 'Invalid password'],
])('better-auth’s %j is logged as %j', (message, logged) => {
  noteAuthLog(
    'error',
    message,
    { email: 'ada@example.org' },
    'ada@example.org',
    failure('of ada@example.org'),
  );
  expect(lines).toEqual([[{ why: ['Error P2021'] }, `better-auth: ${logged}`]]);
});

test.each([['ada@example.org'], [failure(`no ada@example.org, token ${TOKEN}`)]])(
  'of %j nothing is told but where it comes from',
  (error) => {
    const told = withoutWords(error);
    expect(`${told.message}\n${told.stack}`).not.toMatch(/ada|k3J9/);
    expect(told.message).toMatch(/^better-auth failed: (?:string|Error P2021)$/);
    if (error instanceof Error) expect(told.stack).toContain('auth-log.test.ts');
  },
);

test('what better-auth logs and rejects with names nobody', async () => {
  const refuse = () => Promise.reject(failure(`there is no table for ada@example.org, token ${TOKEN}x`));
  let find: () => Promise<unknown> = () => Promise.resolve(null);
  const adapter = {
    id: 'ours',
    transaction: refuse,
    create: refuse,
    findOne: () => find(),
    findMany: () => find(),
  };
  const folder = mkdtempSync(join(tmpdir(), 'mxproof-auth-log-'));
  const accounts = await createAccounts({
    store: {
      authDatabase: () => Promise.resolve(() => adapter),
      readSetting: () => Promise.resolve('accounts'),
    } as never,
    access: { url: null, oidc: null, accounts: false, trustedHeader: null } as never,
    secret: () => 'x'.repeat(43),
    port: 3000,
  });
  const asker = { headers: new Headers(), address: '192.0.2.1' };
  const person = { email: 'ada@example.org', password: 'three words and a number' };
  expect(await accounts.signIn(person, asker)).toBeNull();
  expect(lines).toEqual([[{}, 'better-auth: User not found']]);
  find = refuse;
  const asked = { path: '/passkey/generate-authenticate-options', spoken: null };
  await expect(accounts.answer(asked, asker)).rejects.toThrow(/^better-auth failed: Error P2021$/);
  const written = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await expect(accounts.setPassword({ ...person, role: null, forgetsPasskeys: true })).rejects.toThrow(
    /^better-auth failed: Error P2021$/,
  );
  expect(written).not.toHaveBeenCalled();
  rmSync(folder, { recursive: true });
});
