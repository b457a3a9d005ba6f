import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expectAccessible, expect, test } from '../browser/page-test';
import { freePort } from '../free-port';
import type { Internet } from '../internet/internet';
import { labEnvironment } from '../start-lab';
import { type RunningServer, serve } from './serve';
import { startSilentInternet } from './silent-internet';

// One server, and what one test has made the next one uses.
test.describe.configure({ mode: 'serial' });

const folder = mkdtempSync(join(tmpdir(), 'mxproof-accounts-'));
const PASSWORD = 'three words and a number 7';
const OTHERS_PASSWORD = 'another four words 42';
const NEW_PASSWORD = 'what ada chose after that 3';

let internet: Internet | undefined;
let server: RunningServer | undefined;
let url = '';
let environment: Record<string, string>;
let ada: BrowserContext;
let bob: BrowserContext;

test.beforeAll(async ({ browser }) => {
  internet = await startSilentInternet();
  const port = await freePort();
  url = `http://localhost:${port}`;
  environment = labEnvironment(folder, internet, port, []);
  server = await serve(environment);
  [ada, bob] = await Promise.all([personAt(browser), personAt(browser)]);
});

test.afterAll(async () => {
  await Promise.all([ada.close(), bob.close()]);
  await server?.kill();
  await internet?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function personAt(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ baseURL: url });
}

async function open(person: BrowserContext, path: string): Promise<Page> {
  const page = await person.newPage();
  await page.goto(path);
  return page;
}

/** The header has a field for an address, too. */
const main = (page: Page) => page.getByRole('main');

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await main(page).getByLabel('Address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** What a request without a session, or with one, is answered. */
const statusOf = async (person: BrowserContext, path: string) => (await person.request.get(path)).status();

test('the first run: an account is made, and from then on everybody signs in', async ({ browser }) => {
  expect(await statusOf(ada, '/api/checks')).toBe(200);
  const page = await open(ada, '/setup');
  await expectAccessible(page);
  await main(page).getByLabel('Address').fill('ada@example.org');
  await page.getByLabel(/^Password/).fill('short');
  await page.getByRole('button', { name: 'Make the first account' }).click();
  await expect(page.getByRole('alert')).toContainText('at least 15 characters');
  await expect(main(page).getByLabel('Address')).toHaveValue('ada@example.org');
  await page.getByLabel(/^Password/).fill(PASSWORD);
  await page.getByRole('button', { name: 'Make the first account' }).click();
  await page.waitForURL('**/settings');
  await expect(page.getByText('ada@example.org').first()).toBeVisible();
  await expect(page.locator('#database')).toContainText('kept for 365 days');
  await expectAccessible(page);
  const stranger = await personAt(browser);
  expect(await statusOf(stranger, '/api/checks')).toBe(403);
  expect(await statusOf(stranger, '/settings')).toBe(403);
  expect((await stranger.request.post('/api/checks', { data: { target: 'silent.test' } })).status()).toBe(
    403,
  );
  const closed = await open(stranger, '/setup');
  await expect(closed.getByText('This was decided')).toBeVisible();
  await expect(closed.getByLabel('Password')).toHaveCount(0);
  await stranger.close();
});

test('somebody is invited, chooses a password, and is a checker with a history of their own', async () => {
  const settings = await open(ada, '/settings');
  await settings.getByText('Invite somebody').click();
  const form = settings.locator('form', { has: settings.getByRole('button', { name: 'Make a link' }) });
  await form.getByLabel('Address').fill('bob@example.org');
  await form.getByLabel('Role').selectOption('checker');
  await form.getByRole('button', { name: 'Make a link' }).click();
  const link = await settings.locator('[role=status] code').textContent();
  expect(link).toMatch(/^http:\/\/localhost:\d+\/join\?code=[\w-]{43}$/);
  const page = await open(bob, link ?? '');
  await expectAccessible(page);
  await page.getByLabel('Password').fill(OTHERS_PASSWORD);
  await page.getByRole('button', { name: 'Choose and sign in' }).click();
  await page.waitForURL(`${url}/`);
  expect((await bob.request.get(link ?? '')).status()).toBe(404);
  const started = async (person: BrowserContext) =>
    (
      (await (await person.request.post('/api/checks', { data: { target: 'user@[127.0.0.1]' } })).json()) as {
        id: string;
      }
    ).id;
  const [hers, his] = [await started(ada), await started(bob)];
  const listed = async (person: BrowserContext) =>
    ((await (await person.request.get('/api/checks')).json()) as { items: { id: string }[] }).items.map(
      ({ id }) => id,
    );
  expect(await listed(bob)).toEqual([his]);
  expect(await listed(ada)).toEqual(expect.arrayContaining([hers, his]));
  expect(await statusOf(bob, '/settings')).toBe(403);
  expect(await statusOf(bob, '/domain/silent.test')).toBe(403);
});

test('a session is ended from elsewhere, and a role changed, from the next request on', async () => {
  const settings = await open(ada, '/settings');
  const row = settings.locator('li', { hasText: 'bob@example.org' }).first();
  await row.getByText('Change', { exact: true }).click();
  await row.getByLabel('Role').selectOption('operator');
  await row.getByRole('button', { name: 'Change role' }).click();
  await expect(row.getByText('Operator', { exact: true }).first()).toBeVisible();
  expect(await statusOf(bob, '/domain/silent.test')).toBe(200);
  await row.getByText('Change', { exact: true }).click();
  await row.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(row.getByText('not signed in')).toBeVisible();
  expect(await statusOf(bob, '/domain/silent.test')).toBe(403);
  const own = settings.locator('li', { hasText: 'ada@example.org' }).first();
  await own.getByText('Change', { exact: true }).click();
  await own.getByRole('button', { name: 'Remove account' }).click();
  await expect(own.getByRole('alert')).toContainText('last admin');
});

test('a token does what it is for and nothing else, is shown once, and can be revoked', async ({
  playwright,
}) => {
  const settings = await open(ada, '/settings');
  await settings.getByText('Make a token').first().click();
  const form = settings.locator('#token-form');
  await form.getByLabel('Name').fill('postfix');
  await form.getByLabel('Hand over').check();
  await form.getByRole('button', { name: 'Make a token' }).click();
  const value = (await form.locator('[role=status] code').textContent()) ?? '';
  expect(value).toMatch(/^mxp_[\w-]{43}$/);
  const program = await playwright.request.newContext({
    baseURL: url,
    extraHTTPHeaders: { authorization: `Bearer ${value}`, 'x-forwarded-for': '203.0.113.9' },
  });
  const headers = { 'content-type': 'message/rfc822' };
  const handedOver = () => program.post('/api/bounces', { headers, data: 'Subject: x\r\n\r\nHello\r\n' });
  expect((await handedOver()).status()).toBe(202);
  expect((await program.get('/api/checks')).status()).toBe(403);
  expect((await program.post('/api/checks', { data: { target: 'silent.test' } })).status()).toBe(403);
  expect((await program.post('/api/explain', { data: { reply: '550 no' } })).status()).toBe(403);
  await settings.goto('/settings');
  expect(await settings.content()).not.toContain(value);
  const row = settings.locator('li', { hasText: 'postfix' }).first();
  await expect(row.getByText('last used')).toBeVisible();
  await row.getByRole('button', { name: 'Revoke' }).click();
  await expect(settings.locator('li', { has: settings.getByRole('button', { name: 'Revoke' }) })).toHaveCount(
    0,
  );
  const refused = await handedOver();
  expect(refused.status()).toBe(401);
  expect(refused.headers()['www-authenticate']).toContain('Bearer');
  expect(await refused.json()).toMatchObject({ code: 'token-unknown' });
  await program.dispose();
});

test('a passkey signs in without a password', async ({ browser }) => {
  const account = await open(ada, '/account');
  await expectAccessible(account);
  const devices = await account.context().newCDPSession(account);
  await devices.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', { options });
  await account.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(account.getByRole('button', { name: 'Remove' })).toBeVisible();
  const { credentials } = await devices.send('WebAuthn.getCredentials', { authenticatorId });
  const elsewhere = await personAt(browser);
  const page = await open(elsewhere, '/sign-in?to=/account');
  const others = await elsewhere.newCDPSession(page);
  await others.send('WebAuthn.enable');
  const other = await others.send('WebAuthn.addVirtualAuthenticator', { options });
  for (const credential of credentials)
    await others.send('WebAuthn.addCredential', { authenticatorId: other.authenticatorId, credential });
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL('**/account');
  await expect(page.getByRole('heading', { name: 'ada@example.org' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect.poll(() => statusOf(ada, '/settings')).toBe(403);
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('button', { name: 'Remove' })).toHaveCount(0);
  await page.goto('/settings');
  const audit = page.locator('#audit');
  for (const words of ['signed in by passkey', 'made the token postfix', 'revoked the token'])
    await expect(audit.getByText(words).first()).toBeVisible();
  await elsewhere.close();
});

test('a forgotten password is replaced through a link of the command line, while mxproof serves', async ({
  browser,
}) => {
  const invite = (...args: string[]) =>
    promisify(execFile)(process.execPath, [join('scripts', 'invite.mjs'), ...args], {
      env: { ...process.env, ...environment },
    });
  await expect(invite('nobody')).rejects.toMatchObject({
    code: 1,
    stderr: 'mxproof: An account has a mail address as its name; no mail is sent to it.\n',
  });
  const { stdout } = await invite('Ada@example.org', '--role', 'admin');
  const link = /^http:\/\/localhost:\d+\/join\?code=[\w-]{43}$/m.exec(stdout)?.[0] ?? '';
  expect(stdout).toContain('ada@example.org can choose a password once');
  const other = await personAt(browser);
  const page = await open(other, link);
  await page.getByLabel('Password').fill('ada@example.org 1');
  await page.getByRole('button', { name: 'Choose and sign in' }).click();
  await expect(page.getByRole('alert')).toHaveText(
    'This password is easy to guess, because it is made of your address or of the name of this place; take some words that do not belong together.',
  );
  await page.getByLabel('Password').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Choose and sign in' }).click();
  await page.waitForURL(`${url}/`);
  await page.goto('/settings');
  await expect(page.locator('#audit').getByText('the command line').first()).toBeVisible();
  const stranger = await personAt(browser);
  const form = await open(stranger, '/sign-in?to=/settings');
  await signIn(form, 'ada@example.org', PASSWORD);
  await expect(form.getByRole('alert')).toHaveText('Address and password do not belong together.');
  await signIn(form, 'ada@example.org', NEW_PASSWORD);
  await form.waitForURL('**/settings');
  await Promise.all([other.close(), stranger.close()]);
});

test('a wrong password, an unknown address, and too many tries are told alike or with the time to wait', async ({
  browser,
}) => {
  const stranger = await personAt(browser);
  const page = await open(stranger, '/sign-in?to=/findings');
  await expectAccessible(page);
  for (const [email, password] of [
    ['ada@example.org', 'not the password at all'],
    ['nobody@example.org', PASSWORD],
  ] as const) {
    await signIn(page, email, password);
    await expect(page.getByRole('alert')).toHaveText('Address and password do not belong together.');
    await expect(main(page).getByLabel('Address')).toHaveValue(email);
  }
  await expect(async () => {
    await signIn(page, 'nobody@example.org', PASSWORD);
    await expect(page.getByRole('alert')).toContainText('tries to sign in within a minute', {
      timeout: 1000,
    });
  }).toPass();
  await stranger.close();
});
