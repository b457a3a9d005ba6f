import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { expect, test } from '../browser/page-test';
import { freePort } from '../free-port';
import type { Internet } from '../internet/internet';
import { labEnvironment } from '../start-lab';
import { CLIENT, type Claims, type OidcProvider, startOidcProvider } from './oidc-provider';
import { type RunningServer, serve } from './serve';
import { startSilentInternet } from './silent-internet';

// One server for all of them.
test.describe.configure({ mode: 'default' });

const folder = mkdtempSync(join(tmpdir(), 'mxproof-provider-'));
let internet: Internet | undefined;
let provider: OidcProvider;
let server: RunningServer | undefined;
let url = '';

test.beforeAll(async () => {
  [internet, provider] = await Promise.all([startSilentInternet(), startOidcProvider()]);
  const port = await freePort();
  url = `http://localhost:${port}`;
  server = await serve({
    ...labEnvironment(folder, internet, port, []),
    MXPROOF_URL: url,
    MXPROOF_OIDC_ISSUER: provider.issuer,
    MXPROOF_OIDC_CLIENT_ID: CLIENT.id,
    MXPROOF_OIDC_CLIENT_SECRET: CLIENT.secret,
    MXPROOF_OIDC_NAME: 'Example Login',
    MXPROOF_ADMINS: 'Ada@other.example',
    MXPROOF_OIDC_ADMIT: 'example.org',
    MXPROOF_SIGNED_IN_AS: 'checker',
    MXPROOF_SIGN_INS_PER_MINUTE: '0',
  });
});

test.afterAll(async () => {
  await server?.kill();
  await internet?.stop();
  provider.server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A browser in which somebody has pressed the button of the provider. */
async function comesAs(browser: Browser, claims: Claims) {
  provider.next = claims;
  const person = await browser.newContext({ baseURL: url });
  const page = await person.newPage();
  await page.goto('/sign-in?to=/explain');
  await page.getByRole('link', { name: 'Sign in with Example Login' }).click();
  await page.waitForURL((at) => at.origin === url && !at.pathname.startsWith('/api/'));
  return { page, statusOf: async (path: string) => (await person.request.get(path)).status() };
}

test('whoever the provider proves is what everybody is, or what a variable says', async ({ browser }) => {
  const bob = await comesAs(browser, { sub: '1', email: 'Bob@example.org', email_verified: true });
  expect(new URL(bob.page.url()).pathname).toBe('/explain');
  expect(await bob.statusOf('/api/checks')).toBe(200);
  expect(await bob.statusOf('/settings')).toBe(403);
  const ada = await comesAs(browser, { sub: '2', email: 'ada@other.example', email_verified: true });
  await ada.page.goto('/settings');
  await expect(ada.page.getByText('bob@example.org').first()).toBeVisible();
  await expect(ada.page.getByText('signed in by provider').first()).toBeVisible();
});

test('an address that the provider has not verified is nobody', async ({ browser }) => {
  for (const verified of [{ email_verified: false }, {}]) {
    const mallory = await comesAs(browser, { sub: '3', email: 'ada@other.example', ...verified });
    await expect(mallory.page.getByRole('alert')).not.toBeEmpty();
    expect(await mallory.statusOf('/api/checks')).toBe(403);
  }
});

test('who is neither named nor invited has no account', async ({ browser }) => {
  const claims = { sub: '7', email: 'eve@other.example', email_verified: true };
  const eve = await comesAs(browser, claims);
  await expect(eve.page.getByRole('alert')).toContainText('You have no account here.');
  expect(await eve.statusOf('/api/checks')).toBe(403);
  const ada = await comesAs(browser, { sub: '2', email: 'ada@other.example', email_verified: true });
  await ada.page.goto('/settings');
  await ada.page.getByText('Invite somebody').click();
  await ada.page.locator('#invite-form').getByLabel('Address').fill('eve@other.example');
  await ada.page.locator('#invite-form').getByLabel('Role').selectOption('operator');
  await ada.page.getByRole('button', { name: 'Make a link' }).click();
  await expect(ada.page.locator('[role=status] code').first()).toBeVisible();
  const invited = await comesAs(browser, claims);
  expect(await invited.statusOf('/domain/silent.test')).toBe(200);
});

test('an answer that nobody has asked for, or of another browser, signs nobody in', async ({
  browser,
  request,
}) => {
  provider.next = { sub: '2', email: 'ada@other.example', email_verified: true };
  for (const query of ['', '?code=0&state=x', '?error=access_denied'])
    expect((await request.get(`${url}/api/auth/callback/oidc${query}`, { maxRedirects: 0 })).status()).toBe(
      302,
    );
  const led = await request.get(`${url}/sign-in/provider`, { maxRedirects: 0 });
  const back = await request.get(led.headers()['location'] ?? '', { maxRedirects: 0 });
  const other = await browser.newContext();
  await other.request.get(back.headers()['location'] ?? '');
  expect((await other.request.get(`${url}/api/checks`)).status()).toBe(403);
  await other.close();
});

test('of what better-auth could do, nothing else is answered', async ({ request }) => {
  for (const path of [
    'sign-up/email',
    'sign-in/email',
    'change-email',
    'update-user',
    'delete-user',
    'get-session',
    'list-sessions',
    'request-password-reset',
    'callback/google',
    'passkey/list-user-passkeys',
    'ok',
  ])
    for (const answer of [
      await request.get(`${url}/api/auth/${path}`),
      await request.post(`${url}/api/auth/${path}`, {
        data: { email: 'a@example.org', password: 'x'.repeat(20), name: 'a' },
      }),
    ])
      expect(answer.status(), path).toBe(404);
});
