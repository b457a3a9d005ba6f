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

const ADA: Claims = { sub: '2', email: 'ada@other.example', email_verified: true };
const PASSWORD = 'three words and a number 7';
const OF_ANOTHER =
  'The account of this address belongs to another sign-in. Whoever runs mxproof can hand it over to you by inviting you.';

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
  const ada = await comesAs(browser, ADA);
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

/** The link of an invitation that an admin makes. */
async function invite(browser: Browser, email: string, role: string): Promise<string> {
  const { page } = await comesAs(browser, ADA);
  await page.goto('/settings');
  await page.getByText('Invite somebody').click();
  const form = page.locator('#invite-form');
  await form.getByLabel('Address').fill(email);
  await form.getByLabel('Role').selectOption(role);
  await page.getByRole('button', { name: 'Make a link' }).click();
  return (await page.locator('[role=status] code').first().textContent()) ?? '';
}

test('who is neither named nor invited has no account', async ({ browser }) => {
  const claims = { sub: '7', email: 'eve@other.example', email_verified: true };
  const eve = await comesAs(browser, claims);
  await expect(eve.page.getByRole('alert')).toContainText('You have no account here.');
  expect(await eve.statusOf('/api/checks')).toBe(403);
  await invite(browser, 'eve@other.example', 'operator');
  const invited = await comesAs(browser, claims);
  expect(await invited.statusOf('/domain/silent.test')).toBe(200);
});

test('an address is not an identity: another subject has the account of an address by an invitation alone', async ({
  browser,
}) => {
  const claims = { sub: '20', email: 'carol@example.org', email_verified: true };
  const carol = await comesAs(browser, claims);
  expect(await carol.statusOf('/api/checks')).toBe(200);
  const other = { ...claims, sub: '21' };
  const stranger = await comesAs(browser, other);
  await expect(stranger.page.getByRole('alert')).toHaveText(OF_ANOTHER);
  expect(await stranger.statusOf('/api/checks')).toBe(403);
  await invite(browser, 'carol@example.org', 'operator');
  expect(await carol.statusOf('/api/checks')).toBe(200);
  const invited = await comesAs(browser, other);
  expect(await invited.statusOf('/domain/silent.test')).toBe(200);
  // Whoever had it before has it no more.
  expect(await carol.statusOf('/api/checks')).toBe(403);
  const former = await comesAs(browser, claims);
  await expect(former.page.getByRole('alert')).toHaveText(OF_ANOTHER);
  expect(await former.statusOf('/api/checks')).toBe(403);
});

test('an account with a password is not the provider’s until its admin says so', async ({ browser }) => {
  const link = await invite(browser, 'dan@example.org', 'operator');
  const dan = await (await browser.newContext({ baseURL: url })).newPage();
  await dan.goto(link);
  await dan.getByLabel('Password').fill(PASSWORD);
  await dan.getByRole('button', { name: 'Choose and sign in' }).click();
  await dan.waitForURL(`${url}/`);
  const claims = { sub: '30', email: 'dan@example.org', email_verified: true };
  const stranger = await comesAs(browser, claims);
  await expect(stranger.page.getByRole('alert')).toHaveText(OF_ANOTHER);
  expect((await dan.request.get('/domain/silent.test')).status()).toBe(200);
  await invite(browser, 'dan@example.org', '');
  const invited = await comesAs(browser, claims);
  expect(await invited.statusOf('/domain/silent.test')).toBe(200);
  expect((await dan.request.get('/domain/silent.test')).status()).toBe(403);
  await dan.goto('/sign-in');
  await dan.getByRole('main').getByLabel('Address').fill('dan@example.org');
  await dan.getByLabel('Password').fill(PASSWORD);
  await dan.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(dan.getByRole('alert')).toHaveText('Address and password do not belong together.');
});

test('better-auth’s log is ours, and names nobody', async ({ request }) => {
  await request.get(`${url}/api/auth/callback/oidc?error=ada%40other.example`, { maxRedirects: 0 });
  await expect.poll(() => server?.output()).toContain('better-auth: State not found');
  expect(server?.output()).not.toContain('ada@');
});

test('an answer that nobody has asked for, or of another browser, signs nobody in', async ({
  browser,
  request,
}) => {
  provider.next = ADA;
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
