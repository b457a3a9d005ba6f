import { afterAll, beforeAll, expect, test } from 'vitest';
import { newDatabaseOn, type TestDatabase } from '@/e2e/fixtures/test-database';
import { freePort } from '@/e2e/free-port';
import { startProblem } from '@/lib/server/engine/start-problem';
import { withClient } from '@/lib/store/postgresql/client';
import { applyMigrations } from '../apply';

const SERVER = process.env['MXPROOF_TEST_POSTGRESQL'] ?? '';

let database: TestDatabase;

beforeAll(async () => {
  database = await newDatabaseOn(SERVER);
  await withClient(SERVER, (client) => client.query(`CREATE ROLE "guest" LOGIN PASSWORD 'guest'`));
});
afterAll(() => database.remove());

const changed = (change: (url: URL) => void) => () => {
  const url = new URL(database.url);
  change(url);
  return url;
};

test.each<[string, () => URL | Promise<URL>, string]>([
  [
    'nobody listens',
    async () => {
      const port = await freePort();
      return changed((url) => (url.port = String(port)))();
    },
    'its server does not answer; start it',
  ],
  ['no such host', changed((url) => (url.hostname = 'none.invalid')), 'its server does not answer; start it'],
  [
    'a wrong password',
    changed((url) => (url.password = 'wrong')),
    'its server does not accept the user or the password; look at',
  ],
  [
    'no password',
    changed((url) => (url.password = '')),
    'its server does not accept the user or the password; look at',
  ],
  [
    'no such database',
    changed((url) => (url.pathname = '/none')),
    'its server has no such database; make it',
  ],
  [
    'no rights',
    changed((url) => ([url.username, url.password] = ['guest', 'guest'])),
    'its server does not give us the rights that we need; make the user',
  ],
  [
    'no encryption',
    changed((url) => url.searchParams.set('sslmode', 'verify-full')),
    'its server does not prove by TLS who it is; set sslmode',
  ],
  [
    'only to be read',
    changed((url) => url.searchParams.set('options', '-c default_transaction_read_only=on')),
    'its server may only be read; set DATABASE_URL',
  ],
])('%s: a sentence, without the password', async (_, urlOf, words) => {
  const url = (await urlOf()).href;
  const error = await applyMigrations(url).catch((problem: unknown) => problem);
  const said = startProblem(error, url);
  expect(said).toContain(` cannot be used: ${words}`);
  expect(said).not.toContain('practice');
});

test('another encoding is refused', async () => {
  await withClient(SERVER, (client) =>
    client.query(`CREATE DATABASE "latin" ENCODING 'LATIN1' LOCALE 'C' TEMPLATE "template0"`),
  );
  const url = new URL(SERVER);
  url.pathname = '/latin';
  await expect(applyMigrations(url.href)).rejects.toThrow('keeps text as LATIN1; make one for mxproof');
});
