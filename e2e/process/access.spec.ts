import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { bounceOf } from '../fixtures/notices';
import { freePort } from '../free-port';
import type { Internet } from '../internet/internet';
import { labEnvironment } from '../start-lab';
import { rawRequest } from './raw-request';
import { type RunningServer, serve } from './serve';
import { startSilentInternet } from './silent-internet';

// One server for all of them.
test.describe.configure({ mode: 'default' });

const folder = mkdtempSync(join(tmpdir(), 'mxproof-access-'));
let internet: Internet | undefined;
let server: RunningServer | undefined;
let url = '';
let check = '';
let running = '';
let mail = '';

/** What the proxy says of who asks. */
type Person = 'reader' | 'bob' | 'grace' | 'ada';

function headersOf(person: Person): Record<string, string> {
  const name = person === 'reader' ? '' : person;
  return { 'x-forwarded-for': '203.0.113.9', 'x-remote-user': name };
}

const answerTo = (asked: Parameters<typeof rawRequest>[1]) => rawRequest(url, asked);

function as(person: Person, path: string, method = 'GET', value?: object) {
  const body = value && JSON.stringify(value);
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  const headers = { ...headersOf(person), ...type };
  return answerTo({ method, path, headers, ...(body !== undefined && { body }) });
}

test.beforeAll(async () => {
  internet = await startSilentInternet();
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  server = await serve({
    ...labEnvironment(folder, internet, port, []),
    MXPROOF_GREETING_TIMEOUT_S: '3600',
    MXPROOF_CHECK_DEADLINE_S: '3600',
    MXPROOF_TRUSTED_PROXIES: '127.0.0.1/32',
    MXPROOF_TRUSTED_HEADER: 'X-Remote-User',
    MXPROOF_ADMINS: 'ada',
    MXPROOF_SENDERS: 'grace',
    MXPROOF_MESSAGE_FROM: 'probe.example',
    MXPROOF_SIGNED_IN_AS: 'checker',
    MXPROOF_HOSTS: 'mxproof.example',
    MXPROOF_OPERATOR: 'Ada, ada@mxproof.example',
  });
  const start = async (target: string) =>
    (JSON.parse((await as('ada', '/api/checks', 'POST', { target })).text) as { id: string }).id;
  check = await start('user@[127.0.0.1]');
  await expect.poll(async () => (await server?.read(check))?.finishedAt).not.toBeNull();
  running = await start('user@silent.test');
  const body = bounceOf({
    address: 'eve@b.example',
    host: 'mx.b.example',
    hostAddress: '192.0.2.1',
    reply: '550 5.1.1 no such user',
    status: '5.1.1',
  });
  const headers = { 'content-type': 'message/rfc822' };
  mail = (
    JSON.parse((await answerTo({ method: 'POST', path: '/api/bounces', headers, body })).text) as {
      id: string;
    }
  ).id;
});

test.afterAll(async () => {
  await server?.kill();
  await internet?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const CHECK = { target: 'user@[127.0.0.1]' };
const CONTROLS = { ...CHECK, options: { depth: 'envelope', controls: ['postmaster'] } };
const MESSAGE = { ...CHECK, options: { depth: 'message', message: { subject: 'a', body: 'b' } } };
const FORGED = { ...MESSAGE, options: { ...MESSAGE.options, sender: 'ceo@victim.example' } };
const NAMED = { ...MESSAGE, options: { ...MESSAGE.options, sender: 'any@probe.example' } };

/** Who may, of reader, checker (bob), sender (grace) and admin (ada). */
for (const [what, method, path, value, allowed] of [
  ['read a check', 'GET', () => `/api/checks/${check}`, undefined, 'all'],
  ['follow a check', 'GET', () => `/api/checks/${check}/events`, undefined, 'all'],
  ['read a mail', 'GET', () => `/api/bounces/${mail}`, undefined, 'all'],
  ['see the page of a mail', 'GET', () => `/bounce/${mail}`, undefined, 'all'],
  ['explain a reply', 'POST', () => '/api/explain', { reply: '550 5.1.1 no' }, 'all'],
  ['compare', 'GET', () => `/api/compare?a=${check}&b=${mail}`, undefined, 'all'],
  ['verify a report', 'POST', () => '/api/verify', {}, 'all'],
  ['verify a message', 'POST', () => '/api/messages', {}, ['bob', 'grace', 'ada']],
  ['look an address up', 'POST', () => '/api/addresses', { address: 'x' }, ['bob', 'grace', 'ada']],
  ['start a check', 'POST', () => '/api/checks', CHECK, ['bob', 'grace', 'ada']],
  ['use controls', 'POST', () => '/api/checks', CONTROLS, ['ada']],
  ['send a message', 'POST', () => '/api/checks', MESSAGE, ['grace', 'ada']],
  ['send a message as somebody who is named', 'POST', () => '/api/checks', NAMED, ['grace', 'ada']],
  ['send a message in another name', 'POST', () => '/api/checks', FORGED, []],
  ['list checks', 'GET', () => '/api/checks', undefined, ['bob', 'grace', 'ada']],
  ['see the settings', 'GET', () => '/settings', undefined, ['ada']],
  ['see what is watched', 'GET', () => '/watches', undefined, ['ada']],
  ['see the changelog', 'GET', () => '/notes', undefined, ['ada']],
  ['write a note', 'POST', () => '/api/notes', { text: 'a' }, ['ada']],
  ['watch', 'POST', () => '/api/watches', { target: 'a@b@', everyMinutes: 60 }, ['ada']],
  ['list watches', 'GET', () => '/api/watches', undefined, ['ada']],
  ['read a watch', 'GET', () => '/api/watches/none', undefined, ['ada']],
  ['change a watch', 'PATCH', () => '/api/watches/none', { isPaused: true }, ['ada']],
  ['end a watch', 'DELETE', () => '/api/watches/none', undefined, ['ada']],
  ['list receivers', 'GET', () => '/api/receivers', undefined, ['ada']],
  ['add a receiver', 'POST', () => '/api/receivers', { name: 'a', way: 'mail', address: 'b' }, ['ada']],
  ['change a receiver', 'PATCH', () => '/api/receivers/none', { name: 'a' }, ['ada']],
  ['remove a receiver', 'DELETE', () => '/api/receivers/none', undefined, ['ada']],
  ['read notes', 'GET', () => '/api/notes', undefined, ['ada']],
  ['search', 'GET', () => '/api/search?q=a', undefined, ['ada']],
  ['see the page of a search', 'GET', () => '/search?q=a', undefined, ['ada']],
  ['see a history as a table', 'GET', () => '/domain/b.example/history.csv', undefined, ['ada']],
  ['see a history', 'GET', () => '/domain/b.example', undefined, ['ada']],
  ['read a message as it came', 'GET', () => `/api/bounces/${mail}/message`, undefined, ['ada']],
  ['make a link to a check', 'POST', () => '/api/checks/none/links', {}, ['bob', 'grace', 'ada']],
  ['make a link to a mail', 'POST', () => '/api/bounces/none/links', {}, ['bob', 'grace', 'ada']],
  ['remove a check', 'DELETE', () => '/api/checks/none', undefined, ['ada']],
  ['remove a mail', 'DELETE', () => '/api/bounces/none', undefined, ['ada']],
  ['remove a domain', 'DELETE', () => '/api/domains/none.example', undefined, ['ada']],
  ['repeat a check', 'POST', () => `/api/checks/${check}/retest/stop`, undefined, ['ada']],
] as const)
  test(`${what}: ${allowed === 'all' ? 'whoever has the link' : allowed.join(', ')}`, async () => {
    for (const person of ['reader', 'bob', 'grace', 'ada'] as const) {
      const { status, text } = await as(person, path(), method, value);
      const may = allowed === 'all' || (allowed as readonly Person[]).includes(person);
      expect(status === 403, `${person}: ${status} ${text.slice(0, 200)}`).toBe(!may);
      expect(status, person).toBeLessThan(500);
    }
  });

test('whoever may not see everybody’s checks lists their own', async () => {
  const started = await as('bob', '/api/checks', 'POST', CHECK);
  const { id } = JSON.parse(started.text) as { id: string };
  const listed = async (person: Person) =>
    (JSON.parse((await as(person, '/api/checks')).text) as { items: { id: string }[] }).items.map(
      (one) => one.id,
    );
  expect(await listed('bob')).toContain(id);
  expect(await listed('grace')).not.toContain(id);
  expect(await listed('bob')).not.toContain(check);
  expect(await listed('ada')).toEqual(expect.arrayContaining([id, check]));
});

test('whoever has started a check may stop it, and no other', async () => {
  const started = await as('bob', '/api/checks', 'POST', { target: 'user@silent.test' });
  const { id } = JSON.parse(started.text) as { id: string };
  for (const person of ['reader', 'grace'] as const) {
    expect((await as(person, `/api/checks/${id}/stop`, 'POST')).status, person).toBe(403);
    expect((await as(person, `/check/${id}`)).text, person).not.toContain('Stop');
  }
  expect((await as('bob', `/api/checks/${running}/stop`, 'POST')).status).toBe(403);
  expect((await server?.read(running))?.status).toBe('running');
  expect((await as('bob', `/check/${id}`)).text).toContain('Stop');
  expect((await as('bob', `/api/checks/${id}/stop`, 'POST')).status).toBe(200);
  expect((await server?.read(id))?.status).toBe('stopped');
});

test('what one may not do is not offered; the page says who runs this', async () => {
  const page = async (person: Person, path: string) => (await as(person, path)).text;
  for (const path of [`/check/${check}`, `/check/${running}`]) {
    const reader = await page('reader', path);
    expect(reader).not.toMatch(/>\s*(?:Stop|Run again)|history of|data-target-field/);
    expect(reader).toContain('This mxproof is run by Ada, ada@mxproof.example.');
  }
  expect(await page('ada', `/check/${running}`)).toContain('Stop');
  expect(await page('ada', `/check/${check}`)).toContain('Run again');
  expect(await page('reader', `/check/${check}`)).not.toContain('Run again');
  expect(await page('reader', '/')).toContain('Checks are started by those who are signed in.');
  const bobs = await page('bob', '/');
  expect(bobs).not.toMatch(/name="controls"|Sends a real message/);
  for (const id of [check, running]) expect(bobs).not.toContain(id);
  expect(await page('grace', '/')).toContain('Sends a real message');
  expect(await page('ada', '/')).toMatch(/name="controls"[\s\S]*silent\.test/);
  expect(await page('reader', `/bounce/${mail}`)).not.toMatch(/as it came|Check this recipient/);
  for (const path of ['/bounce', '/feedback']) {
    expect(await page('reader', path)).not.toMatch(/b\.example|<textarea/);
    expect(await page('bob', path)).toMatch(/<textarea/);
  }
});

test('a link to a mail gives the message to whoever may read messages, and never where it hides local parts', async () => {
  const linkOf = async (hidesLocalParts: boolean) => {
    const made = await as('bob', `/api/bounces/${mail}/links`, 'POST', { hidesLocalParts });
    return (JSON.parse(made.text) as { id: string }).id;
  };
  const [hiding, showing] = [await linkOf(true), await linkOf(false)];
  const message = async (person: Person, id: string) =>
    (await as(person, `/api/bounces/${id}/message`)).status;
  for (const person of ['reader', 'bob'] as const) expect(await message(person, showing), person).toBe(403);
  expect(await message('ada', hiding)).toBe(404);
  expect(await message('ada', showing)).toBe(200);
  for (const [person, offers] of [
    ['reader', false],
    ['ada', true],
  ] as const) {
    const page = (await as(person, `/bounce/${showing}`)).text;
    expect(page.includes('as it came'), person).toBe(offers);
    expect(page, person).not.toMatch(/Check this recipient|Keep this|Remove this|A link for somebody/);
  }
  expect((await as('bob', `/api/bounces/${showing}/links`, 'POST', {})).status).toBe(403);
});

test('whoever may make links hands on what can be taken back; others see the view without local parts', async () => {
  expect((await as('bob', `/bounce/${mail}`)).text).toContain('Share …');
  const reader = (await as('reader', `/bounce/${mail}`)).text;
  expect(reader).not.toContain('Share …');
  expect(reader).toContain('View without local parts');
});

test('nobody is believed but the proxy, and the proxy only for its header', async () => {
  const forged = { 'x-mxproof-arrival': '{"user":"ada"}', 'x-mxproof-draw': '{"rights":["list"]}' };
  for (const headers of [forged, { ...forged, 'x-forwarded-for': '203.0.113.9' }])
    expect((await answerTo({ path: '/api/checks', headers })).status).toBe(403);
});

test('a name that is not listed is not answered', async () => {
  for (const path of ['/', `/check/${check}`, '/api/checks', '/api/health', '/icon.svg']) {
    const headers = { ...headersOf('ada'), host: 'evil.example' };
    expect((await answerTo({ path, headers })).status, path).toBe(421);
    expect((await answerTo({ path, headers: { ...headers, host: 'mxproof.example' } })).status, path).toBe(
      200,
    );
  }
});

/** How a browser marks what a page elsewhere makes it send; over http to another machine it tells the origin alone. */
const ELSEWHERE = {
  'cross-site': { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
  'an origin elsewhere': { origin: 'https://evil.example' },
  'no origin that it names': { origin: 'null' },
};

/** The first three are what a form can send without being asked first. */
const TYPES = [
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=b',
  'text/plain',
  'application/json',
  'message/rfc822',
];

/** Every call that changes something or costs something, as the API describes itself. */
async function changingCalls(): Promise<{ method: string; path: string }[]> {
  const { paths } = JSON.parse((await as('ada', '/api/openapi.json')).text) as {
    paths: Record<string, object>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => ['post', 'put', 'patch', 'delete'].includes(method))
      .map((method) => ({ method: method.toUpperCase(), path: path.replaceAll(/\{\w+\}/g, 'none') })),
  );
}

for (const [whence, marks] of Object.entries(ELSEWHERE))
  test(`a page of another site has nothing done, whatever it sends: ${whence}`, async () => {
    const calls = await changingCalls();
    expect(calls.length).toBeGreaterThan(20);
    for (const { method, path } of calls)
      for (const type of TYPES) {
        const body = JSON.stringify(CHECK);
        const length = String(body.length);
        const headers = { ...headersOf('ada'), ...marks, 'content-type': type, 'content-length': length };
        const { status, text } = await answerTo({ method, path, headers, body });
        const what = `${method} ${path} ${type}`;
        expect(status, what).toBe(400);
        expect(text, what).toContain('Pages of other sites may not');
      }
  });

test('a page of another site has no form of ours sent; our own page has', async () => {
  const { text: page } = await as('ada', '/');
  const form = /<form(?:(?!<\/form>)[^])*name="target"(?:(?!<\/form>)[^])*<\/form>/.exec(page)?.[0] ?? '';
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)];
  expect(hidden.some(([, name]) => name?.startsWith('$ACTION'))).toBe(true);
  const fields = new FormData();
  for (const [, name = '', value = ''] of hidden) fields.set(name, value.replaceAll('&quot;', '"'));
  fields.set('target', CHECK.target);
  const sent = new Response(fields);
  const type = sent.headers.get('content-type') ?? '';
  const body = await sent.text();
  const post = (marks: Readonly<Record<string, string>>) =>
    answerTo({
      method: 'POST',
      path: '/',
      headers: { ...headersOf('ada'), ...marks, 'content-type': type },
      body,
    });
  for (const [whence, marks] of Object.entries(ELSEWHERE)) {
    const { status, header } = await post(marks);
    expect([status < 300 || status >= 400, header('location')], whence).toEqual([true, '']);
  }
  const own = await post({ origin: url });
  expect([own.status, own.header('location')]).toEqual([303, expect.stringMatching(/\/check\/[\w-]{22}$/)]);
});

test('what is removed is gone: its page, its report, its line in lists, its message', async () => {
  const status = async (path: string) => (await as('ada', path)).status;
  const remove = async (path: string) => (await as('ada', path, 'DELETE')).status;
  expect(await remove(`/api/checks/${running}`)).toBe(409);
  // Drawn and kept before.
  expect(await status(`/check/${check}`)).toBe(200);
  for (const path of [`/check/${check}`, `/bounce/${mail}`])
    for (const offered of ['Remove this', 'Keep this']) {
      expect((await as('ada', path)).text).toContain(offered);
      for (const person of ['reader', 'bob'] as const)
        expect((await as(person, path)).text).not.toContain(offered);
    }
  expect(await remove(`/api/checks/${check}`)).toBe(204);
  const gone = ['report.txt', 'report.md', 'mail.txt'].map((name) => `/check/${check}/${name}`);
  for (const path of [`/check/${check}`, `/api/checks/${check}`, ...gone])
    expect(await status(path), path).toBe(404);
  expect((await as('ada', '/api/checks')).text).not.toContain(check);
  expect(await remove(`/api/checks/${check}`)).toBe(404);

  const { sharedId } = JSON.parse((await as('ada', `/api/bounces/${mail}`)).text) as { sharedId: string };
  expect(await remove(`/api/bounces/${sharedId}`)).toBe(404);
  expect((await as('ada', '/domain/b.example')).text).toContain(mail);
  expect((await as('ada', '/api/domains/b.example', 'DELETE')).text).toBe('{"checks":0,"mails":1}');
  for (const path of [`/bounce/${mail}`, `/bounce/${sharedId}`, `/api/bounces/${mail}/message`])
    expect(await status(path), path).toBe(404);
  expect((await as('ada', '/domain/b.example')).text).not.toContain(mail);
});
