import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashOf } from '@/lib/server/accounts/one-time';
import { openPrismaStore } from '@/lib/store/prisma-store';
import { applyMigrations } from '@/prisma/apply';
import { inviteByCommand } from './invite-by-command';

const folder = mkdtempSync(join(tmpdir(), 'mxproof-invite-'));
const urlOf = (name: string) => `file:${join(folder, name)}`;
const whole = urlOf('whole.db');
const DATABASE_URL = whole;
const ADA = { email: ' Ada@Example.org', role: 'admin' };

beforeAll(async () => {
  await applyMigrations(whole);
  new Database(join(folder, 'empty.db')).exec('CREATE TABLE "other" ("id" TEXT)').close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const PUBLIC = { MXPROOF_ACCOUNTS: '1', MXPROOF_TRUSTED_PROXIES: '192.0.2.1/32' };

test.each([
  [{}, { ...ADA, email: 'ada' }, 'An account has a mail address as its name; no mail is sent to it.'],
  [{}, { ...ADA, role: 'root' }, 'A role is one of checker, operator, sender, admin.'],
  [{ PORT: 'x' }, ADA, 'PORT must be a port from 1 to 65535.'],
  [{ DATABASE_URL: urlOf('none.db') }, ADA, `There is no database ${join(folder, 'none.db')}.`],
  [
    { DATABASE_URL: urlOf('empty.db') },
    ADA,
    `The database ${join(folder, 'empty.db')} is of an older version: start mxproof once, and call this again.`,
  ],
  [
    {},
    ADA,
    'People do not sign in by accounts here; where they do by variables of the service, give this command the same ones.',
  ],
  [
    PUBLIC,
    ADA,
    'Accounts need MXPROOF_URL, the https address under which mxproof is reached, such as https://mxproof.example.org: passwords go over no other.',
  ],
])('with %j, for %j: %s', async (variables, asked, sentence) => {
  const made = inviteByCommand({ NODE_ENV: 'test', DATABASE_URL, ...variables }, asked);
  await expect(made).rejects.toThrow(expect.objectContaining({ message: sentence }));
});

test('the link is whole, for the address and the role that were named, and stands in the audit log', async () => {
  const variables = { ...PUBLIC, MXPROOF_URL: 'https://mxproof.example.org' };
  const made = await inviteByCommand({ NODE_ENV: 'test', DATABASE_URL, ...variables }, ADA);
  const code = made.link.split('https://mxproof.example.org/join?code=')[1] ?? '';
  const store = await openPrismaStore(whole);
  expect(await store.readInvitation(hashOf(code), new Date())).toMatchObject({
    email: 'ada@example.org',
    role: 'admin',
    expiresAt: made.expiresAt,
  });
  expect((await store.auditPage(1)).items).toMatchObject([
    { who: 'the command line', address: '', action: 'account-invited', object: 'ada@example.org as admin' },
  ]);
  await store.close();
});
