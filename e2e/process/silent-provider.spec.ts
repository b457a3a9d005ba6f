import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '../browser/page-test';
import { freePort } from '../free-port';
import type { Internet } from '../internet/internet';
import { labEnvironment } from '../start-lab';
import { CLIENT } from './oidc-provider';
import { type RunningServer, serve } from './serve';
import { startSilentInternet } from './silent-internet';

/** Longer than a provider is waited for. */
const PATIENCE_MS = 30_000;

const folder = mkdtempSync(join(tmpdir(), 'mxproof-silent-provider-'));
/** Requests of mxproof to a provider that takes connections and says nothing: how many there were, and how many wait. */
const requests = { asked: 0, held: 0 };
const provider = createServer((_, response) => {
  requests.asked++;
  requests.held++;
  response.on('close', () => requests.held--);
});
let internet: Internet | undefined;
let server: RunningServer | undefined;

test.afterAll(async () => {
  await server?.kill();
  await internet?.stop();
  provider.close();
  rmSync(folder, { recursive: true, force: true });
});

test('whoever signs in by a password does not wait for a silent provider, and whoever wants the provider is told', async ({
  browser,
}) => {
  provider.listen(0, '127.0.0.1');
  const [port] = await Promise.all([freePort(), once(provider, 'listening')]);
  internet = await startSilentInternet();
  const baseURL = `http://localhost:${port}`;
  const environment = {
    ...labEnvironment(folder, internet, port, []),
    MXPROOF_URL: baseURL,
    MXPROOF_OIDC_ISSUER: `http://127.0.0.1:${(provider.address() as AddressInfo).port}`,
    MXPROOF_OIDC_CLIENT_ID: CLIENT.id,
    MXPROOF_OIDC_CLIENT_SECRET: CLIENT.secret,
    MXPROOF_OIDC_NAME: 'Example Login',
  };
  server = await serve(environment);
  const invite = [join('scripts', 'invite.mjs'), 'ada@example.org', '--role', 'admin'];
  const { stdout } = await promisify(execFile)(process.execPath, invite, {
    env: { ...process.env, ...environment },
  });
  const ada = await (await browser.newContext({ baseURL })).newPage();
  await ada.goto(/http\S+/.exec(stdout)?.[0] ?? '');
  await ada.getByLabel('Password').fill('three words and a number 7');
  const bob = await (await browser.newContext({ baseURL })).newPage();
  await bob.goto('/sign-in');
  expect(requests.asked).toBe(0);

  await bob.getByRole('link', { name: 'Sign in with Example Login' }).dispatchEvent('click');
  await expect.poll(() => requests).toEqual({ asked: 1, held: 1 });
  await ada.getByRole('button', { name: 'Choose and sign in' }).click();
  await ada.waitForURL(`${baseURL}/`);
  expect(requests).toEqual({ asked: 1, held: 1 });
  expect((await ada.request.get('/settings')).status()).toBe(200);

  await expect(bob.getByRole('alert')).toContainText('The provider does not answer', {
    timeout: PATIENCE_MS,
  });
  expect(requests).toEqual({ asked: 1, held: 0 });
  expect(server.output()).toContain('TimeoutError');
});
