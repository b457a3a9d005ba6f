import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { SMTPServer } from 'smtp-server';
import { expectAccessible, expect, test } from '../browser/page-test';
import { freePort } from '../free-port';
import { type Internet, startInternet } from '../internet/internet';
import { block } from '../scenarios/block';
import { zoneWithMx } from '../scenarios/scenario';
import { labEnvironment } from '../start-lab';
import { type RunningServer, serve } from './serve';

// One server, and what one test has made the next one uses.
test.describe.configure({ mode: 'serial' });

const folder = mkdtempSync(join(tmpdir(), 'mxproof-watches-'));
const at = block('held');
const MAILBOX = 'ada@watched.test';

/** What the watched server answers to RCPT TO; null: it accepts. */
let refusal: { code: number; text: string } | null = null;
const watched = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onRcptTo: (_address, _session, done) =>
    done(refusal === null ? null : Object.assign(new Error(refusal.text), { responseCode: refusal.code })),
});

/** Our own mail server, and what it was handed. */
const mails: string[] = [];
const submission = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onData(stream, _session, done) {
    void stream.toArray().then((pieces: Buffer[]) => {
      mails.push(Buffer.concat(pieces).toString());
      done();
    });
  },
});

/** A program that is called, and how. */
const calls: { headers: Record<string, string>; body: string }[] = [];
const program: Server = createServer((request, response) => {
  void request.toArray().then((pieces: Buffer[]) => {
    calls.push({
      headers: request.headers as Record<string, string>,
      body: Buffer.concat(pieces).toString(),
    });
    response.end();
  });
});

let internet: Internet | undefined;
let server: RunningServer | undefined;
let url = '';
let hook = '';
let secret = Buffer.alloc(0);

test.beforeAll(async () => {
  internet = await startInternet({ zones: [zoneWithMx(at, 'watched.test')], behaviours: {}, mtas: {} });
  watched.listen(internet.smtpPort, at(101));
  submission.listen(0, '127.0.0.1');
  program.listen(0, '127.0.0.1');
  await Promise.all([submission.server, program, watched.server].map((one) => once(one, 'listening')));
  hook = `http://127.0.0.1:${(program.address() as AddressInfo).port}/hook`;
  const port = await freePort();
  url = `http://localhost:${port}`;
  server = await serve({
    ...labEnvironment(folder, internet, port, []),
    MXPROOF_URL: url,
    MXPROOF_ALERT_MAIL_SERVER: `smtp://127.0.0.1:${(submission.server.address() as AddressInfo).port}`,
    MXPROOF_ALERT_FROM: 'mxproof@probe.example',
    MXPROOF_ALERT_NETWORKS: '127.0.0.0/8',
  });
});

test.afterAll(async () => {
  await server?.kill();
  await internet?.stop();
  for (const one of [watched, submission, program]) one.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The form in each row has words of others. */
function receiverRow(page: Page, name: string) {
  return page.locator('#receivers li').filter({ has: page.getByText(name, { exact: true }) });
}

test('receivers are added and tried under Settings; what stands against one is said at its form', async ({
  page,
}) => {
  await page.goto(`${url}/settings`);
  const form = page.locator('#receiver-form');
  const add = async (name: string, way: string, address: string) => {
    await page.getByText('Add a receiver …').click();
    await form.getByLabel(/^Name/).fill(name);
    await form.getByLabel(new RegExp(`^${way}`)).check();
    await form.getByLabel(/^Address/).fill(address);
    await form.getByRole('button', { name: 'Add the receiver' }).click();
  };
  await add('Ops', 'Mail', 'not an address');
  await expect(form.getByRole('alert')).toHaveText('This is no mail address.');
  await page.goto(`${url}/settings`);
  await add('Ops', 'Mail', 'ops@example.org');
  const row = (name: string) => receiverRow(page, name);
  await expect(row('Ops')).toContainText('ops@example.org');
  await add('Program', 'Webhook', hook);
  const shown = await form.locator('code').innerText();
  expect(shown).toMatch(/^whsec_/);
  secret = Buffer.from(shown.slice('whsec_'.length), 'base64');
  await page.goto(`${url}/settings`);
  await expectAccessible(page);
  await row('Ops').getByRole('button', { name: 'Test' }).click();
  await expect(row('Ops').getByRole('status')).toHaveText('Ops has taken it.');
  expect(mails.at(-1)).toContain('Subject: mxproof: a test');
  await row('Program').getByRole('button', { name: 'Test' }).click();
  await expect(row('Program').getByRole('status')).toHaveText('Program has taken it.');
});

test('a receiver is changed where it stands; its address stays when none is typed', async ({ page }) => {
  await page.goto(`${url}/settings`);
  const row = (name: string) => receiverRow(page, name);
  const open = (name: string) => row(name).getByText('Change …').click();
  await open('Ops');
  await row('Ops').getByText('Quiet hours …').click();
  await expect(row('Ops').getByLabel(/^Name/)).toHaveValue('Ops');
  await expect(row('Ops').getByLabel(/^Mail/)).toBeChecked();
  await row('Ops').getByLabel(/^Name/).fill('Program');
  await row('Ops').getByLabel('From', { exact: true }).fill('22:00');
  await row('Ops').getByRole('button', { name: 'Change' }).click();
  await expect(row('Ops').getByRole('alert')).toContainText('a beginning and an end');
  await row('Ops').getByLabel('To', { exact: true }).fill('07:00');
  await row('Ops').getByRole('button', { name: 'Change' }).click();
  await expect(row('Ops').getByRole('alert')).toHaveText('There is a receiver of this name already.');
  await expect(row('Ops').getByLabel('From', { exact: true })).toHaveValue('22:00');
  await row('Ops').getByLabel(/^Name/).fill('Night');
  await row('Ops')
    .getByLabel(/^Address/)
    .fill('night@example.org');
  await row('Ops').getByRole('button', { name: 'Change' }).click();
  await expect(row('Night')).toContainText('night@example.org');
  await expect(row('Night')).toContainText('quiet from 22:00 to 07:00');
  await open('Night');
  await expectAccessible(page);
  await row('Night').getByLabel(/^Name/).fill('Ops');
  await row('Night').getByLabel('From', { exact: true }).fill('');
  await row('Night').getByLabel('To', { exact: true }).fill('');
  await row('Night').getByRole('button', { name: 'Change' }).click();
  await expect(row('Ops')).toContainText('night@example.org');
  await expect(row('Ops')).not.toContainText('quiet from');
  await expect(page.locator('#audit')).toContainText('changed the receiver of alerts Ops');
  await open('Program');
  await row('Program')
    .getByLabel(/^Address/)
    .fill('ops@example.org');
  await row('Program').getByRole('button', { name: 'Change' }).click();
  await expect(row('Program').getByRole('alert')).toContainText('This is no URL');
});

test('a domain is watched from its page; the first try says how it is', async ({ page }) => {
  await page.goto(`${url}/domain/watched.test`);
  await page.getByText('Watch this domain, or a mailbox of it …').click();
  const form = page.locator('#watch-form');
  await expect(form.getByLabel('Domain or mailbox')).toHaveValue('watched.test');
  await form.getByLabel('Domain or mailbox').fill(MAILBOX);
  await form.getByLabel('Every').fill('1');
  await form.getByLabel('Unit').selectOption('minutes');
  await form.getByRole('button', { name: 'Watch', exact: true }).click();
  await expect(form.getByRole('alert')).toContainText('At most every 5 minutes');
  await form.getByLabel('Every').fill('30');
  await form.getByRole('button', { name: 'Watch', exact: true }).click();
  await expect(page.locator('#watches li')).toContainText('every 30 minutes · tells Ops, Program');
  await expect
    .poll(async () => {
      await page.reload();
      return page.locator('#watches li').innerText();
    })
    .toContain(`Accepted`);
  await expectAccessible(page);
  await page.goto(`${url}/watches`);
  await expect(page.locator('#watches li')).toContainText(MAILBOX);
  await expectAccessible(page);
});

/** Makes a try, and waits on another page for what it leads to. */
async function tryNow(page: Page, shows: string): Promise<void> {
  await page.goto(`${url}/watches`);
  const lookers = await page.context().newPage();
  const lastCheck = (on: Page) =>
    on.locator('#watches').getByRole('link', { name: 'last check' }).getAttribute('href');
  const before = await lastCheck(page);
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect
    .poll(async () => {
      await lookers.goto(`${url}/watches`);
      return (await lastCheck(lookers)) === before ? '' : lookers.getByRole('main').innerText();
    })
    .toContain(shows);
  await lookers.close();
}

test('a change is told when a second try confirms it, to everybody, once', async ({ page }) => {
  const [mailsBefore, callsBefore] = [mails.length, calls.length];
  refusal = { code: 550, text: '5.1.1 No such user here' };
  await tryNow(page, 'The last try saw something else.');
  expect([mails.length, calls.length]).toEqual([mailsBefore, callsBefore]);
  await tryNow(page, `${MAILBOX}: rejected permanently (was: accepted)`);
  await expect.poll(() => [mails.length, calls.length]).toEqual([mailsBefore + 1, callsBefore + 1]);
  await tryNow(page, 'Told: Ops, Program.');
  expect([mails.length, calls.length]).toEqual([mailsBefore + 1, callsBefore + 1]);
  const mail = mails.at(-1)?.replace(/=\r\n/g, '') ?? '';
  expect(mail).toContain(`Subject: ${MAILBOX}: rejected permanently`);
  expect(mail).toContain('the mailbox does not exist');
  expect(mail).toContain(`${url}/check/`);
});

test('a program can check who calls it, and gets what it needs to know', () => {
  const { headers, body } = calls.at(-1) ?? { headers: {}, body: '' };
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  expect(headers['webhook-signature']).toBe(
    `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`,
  );
  expect(JSON.parse(body)).toMatchObject({
    type: 'watch.problem',
    data: { target: MAILBOX, changes: [{ what: 'verdict', before: 'accepted', after: 'permanent' }] },
  });
});

test('greylisting is no change; that all is well again is told at once, and stands in the history', async ({
  page,
}) => {
  const mailsBefore = mails.length;
  refusal = { code: 450, text: '4.2.0 Greylisted, try again in 300 seconds' };
  await tryNow(page, 'The last try could not tell what becomes of mail now.');
  refusal = null;
  await tryNow(page, `${MAILBOX}: accepted (was: rejected permanently)`);
  await expect.poll(() => mails.length).toBe(mailsBefore + 1);
  await page.goto(`${url}/domain/watched.test`);
  await expect(page.locator('#history')).toContainText('accepted (was: rejected permanently)');
  await expect(page.locator('#history')).toContainText('rejected permanently (was: accepted)');
});

test('whom it tells, and how often it is tried, can be changed', async ({ page }) => {
  await page.goto(`${url}/watches`);
  const row = page.locator('#watches li');
  await row.getByText('Change …').click();
  await row.getByLabel('Every').fill('2');
  await row.getByLabel('Unit').selectOption('days');
  await row.getByLabel('Program').uncheck();
  await row.getByRole('button', { name: 'Change' }).click();
  await page.waitForURL('**/domain/watched.test*');
  await expect(page.locator('#watches li')).toContainText('every 2 days · tells Ops ·');
});

test('receivers and watches by machine: made, read, changed, ended', async ({ request }) => {
  const call = async (method: string, path: string, data?: object) => {
    const answer = await request.fetch(`${url}${path}`, { method, ...(data && { data }) });
    const body = answer.status() === 204 ? null : ((await answer.json()) as Record<string, unknown>);
    return { status: answer.status(), body, location: answer.headers()['location'] };
  };
  const machine = { name: 'Machine', way: 'webhook', address: `${hook}/machine` };
  expect(await call('POST', '/api/receivers', { ...machine, way: 'mail' })).toMatchObject({
    status: 400,
    body: { code: 'request-invalid', detail: 'This is no mail address.' },
  });
  const added = await call('POST', '/api/receivers', machine);
  expect(added).toMatchObject({
    status: 201,
    body: { secret: expect.stringMatching(/^whsec_/), quiet: null },
  });
  expect(JSON.stringify(added.body)).not.toContain('/hook/machine');
  expect((await call('POST', '/api/receivers', machine)).status).toBe(400);
  const receiver = String(added.body?.['id']);
  const quiet = { from: '22:00', to: '07:00', timeZone: 'Europe/Berlin' };
  expect(await call('PATCH', `/api/receivers/${receiver}`, { quiet })).toMatchObject({
    status: 200,
    body: { name: 'Machine', quiet, secret: null },
  });
  expect(await call('PATCH', `/api/receivers/${receiver}`, { name: 'Ops' })).toMatchObject({ status: 400 });
  expect(await call('PATCH', '/api/receivers/none', {})).toMatchObject({ status: 404 });

  const asked = { target: 'other@watched.test', everyMinutes: 60, receivers: ['none'] };
  expect(await call('POST', '/api/watches', { ...asked, everyMinutes: 1 })).toMatchObject({ status: 400 });
  expect(await call('POST', '/api/watches', asked)).toMatchObject({ status: 400 });
  const made = await call('POST', '/api/watches', { ...asked, receivers: [receiver] });
  const watch = `/api/watches/${String(made.body?.['id'])}`;
  expect(made).toMatchObject({
    status: 201,
    location: watch,
    body: { domain: 'watched.test', outcome: null },
  });
  expect(await call('POST', '/api/watches', { ...asked, receivers: [] })).toMatchObject({ status: 400 });
  await expect.poll(async () => (await call('GET', watch)).body?.['outcome']).toBe('accepted');
  expect(await call('PATCH', watch, { isPaused: true, receivers: [] })).toMatchObject({
    status: 200,
    body: {
      isPaused: true,
      nextAt: null,
      everyMinutes: 60,
      receivers: [],
      isInDoubt: false,
      ownFailure: null,
    },
  });
  expect((await call('GET', '/api/watches')).body).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ target: 'other@watched.test' })]),
  });
  expect((await call('DELETE', watch)).status).toBe(204);
  expect((await call('GET', watch)).status).toBe(404);
  expect((await call('DELETE', `/api/receivers/${receiver}`)).status).toBe(204);
  expect(JSON.stringify((await call('GET', '/api/receivers')).body)).not.toContain('Machine');
});

test('a watch that is paused makes no tries, and one that was ended leaves what it has told', async ({
  page,
}) => {
  await page.goto(`${url}/watches`);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.locator('#watches li')).toContainText('paused');
  await page.getByRole('button', { name: 'End' }).click();
  await expect(page.locator('#watches')).toContainText('Nothing yet.');
  await expect(page.locator('#alerts li')).toHaveCount(2);
  await page.goto(`${url}/settings`);
  await expect(page.locator('#audit')).toContainText(`paused the watch of ${MAILBOX}`);
});
