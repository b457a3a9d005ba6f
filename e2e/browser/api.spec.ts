import { createHash } from 'node:crypto';
import { type APIResponse, expect, type APIRequestContext, test } from '@playwright/test';
import canonicalize from 'canonicalize';
import { asked, heldRecipient, release } from './page-test';

interface StreamEvent {
  id: number;
  event: string;
  data: { type: string; seq: number };
}

function readStream(text: string): StreamEvent[] {
  return text
    .split('\n\n')
    .filter((frame) => frame.includes('data: '))
    .map((frame) => {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(frame)?.[1] ?? '';
      return {
        id: Number(field('id')),
        event: field('event'),
        data: JSON.parse(field('data')) as StreamEvent['data'],
      };
    });
}

async function start(request: APIRequestContext, data: unknown): Promise<APIResponse> {
  return request.post('/api/checks', { data });
}

async function startId(request: APIRequestContext, target: string): Promise<string> {
  return ((await (await start(request, { target })).json()) as { id: string }).id;
}

interface Reading {
  status: string;
  finishedAt: string | null;
  sessions: { address: string }[];
}

async function read(request: APIRequestContext, id: string): Promise<Reading> {
  return (await (await request.get(`/api/checks/${id}`)).json()) as Reading;
}

async function finished(request: APIRequestContext, id: string): Promise<Reading> {
  await expect.poll(async () => (await read(request, id)).finishedAt).not.toBeNull();
  return read(request, id);
}

test('messages to one recipient: three an hour, also when they are asked for at once', async ({
  request,
}) => {
  const asked = { target: 'often@message-accepted.test', options: { depth: 'message' } };
  const answers = await Promise.all(Array.from({ length: 5 }, () => start(request, asked)));
  expect(answers.map((answer) => answer.status()).sort()).toEqual([202, 202, 202, 429, 429]);
  const refused = answers.find((answer) => answer.status() === 429);
  expect(await refused?.json()).toMatchObject({ code: 'too-many-messages' });
  expect(Number(refused?.headers()['retry-after'])).toBeGreaterThan(3500);
  const other = { ...asked, target: 'seldom@message-accepted.test' };
  expect((await start(request, other)).status()).toBe(202);
});

test.describe('refused', () => {
  const target = (input: unknown) => ({ target: input });
  for (const [name, body, wanted] of [
    [
      'unfinished',
      target('foo@'),
      { code: 'target-invalid', reason: 'domain-empty', position: 4, length: 0 },
    ],
    ['white space', target('a b'), { code: 'target-invalid', position: 1 }],
    ['space in the domain', target('user@exa mple.com'), { code: 'target-invalid', position: 8 }],
    ['300 characters', target('a'.repeat(300)), { code: 'target-invalid' }],
    ['no target', {}, { code: 'request-invalid' }],
    ['a number', target(5), { code: 'request-invalid' }],
    ['an unknown field', { target: 'example.com', more: 1 }, { code: 'request-invalid' }],
    ['an unknown depth', { target: 'example.com', options: { depth: 'deep' } }, { code: 'request-invalid' }],
    [
      'a bad sender',
      { target: 'example.com', options: { sender: 'x' } },
      { code: 'request-invalid', field: 'options.sender' },
    ],
    [
      'a second command',
      { target: 'example.com', options: { helo: 'x\r\nRSET' } },
      { code: 'request-invalid' },
    ],
    [
      'a message without its depth',
      { target: 'a@example.com', options: { message: { subject: '', body: '' } } },
      { code: 'request-invalid' },
    ],
  ] as const)
    test(name, async ({ request }) => {
      const answer = await start(request, body);
      expect(answer.status()).toBe(400);
      expect(answer.headers()['content-type']).toBe('application/problem+json');
      expect(await answer.json()).toMatchObject({ status: 400, ...wanted });
    });

  test('no JSON', async ({ request }) => {
    const headers = { 'content-type': 'application/json' };
    expect((await request.post('/api/checks', { data: Buffer.from('{'), headers })).status()).toBe(400);
  });

  test('JSON that is not called so', async ({ request }) => {
    const data = JSON.stringify({ target: 'healthy.test' });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded'])
      expect(
        (await request.post('/api/checks', { data, headers: { 'content-type': type } })).status(),
        type,
      ).toBe(415);
  });

  // The second one is how a browser tells it to a dashboard that is served over plain http.
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'http://elsewhere.example' }])
    test(`a page of another site: ${JSON.stringify(headers)}`, async ({ request }) => {
      const data = { target: 'healthy.test' };
      expect((await request.post('/api/checks', { data, headers })).status()).toBe(400);
    });
});

test('accepted: the place of the report, then the report', async ({ request }) => {
  const answer = await start(request, { target: 'mailto:user@healthy.test', options: { depth: 'envelope' } });
  expect(answer.status()).toBe(202);
  const { id, url } = (await answer.json()) as { id: string; url: string };
  expect(url).toBe(`/check/${id}`);
  expect(answer.headers()['location']).toBe(`/api/checks/${id}`);
  await expect
    .poll(async () => (await request.get(`/api/checks/${id}`)).json())
    .toMatchObject({
      id,
      status: 'done',
      target: { kind: 'mailbox', domain: 'healthy.test', mailbox: 'user@healthy.test' },
      verdict: { outcome: 'accepted', side: 'none' },
      route: { kind: 'mx' },
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
});

test('the stream: numbered, resumable, ends with done, and bears out the digest', async ({ request }) => {
  const recipient = heldRecipient();
  const id = await startId(request, recipient);
  const stream = request.get(`/api/checks/${id}/events`);
  await expect.poll(() => read(request, id)).toMatchObject({ sessions: [{ outcome: null }] });
  await release(request, recipient);
  const live = readStream(await (await stream).text());
  expect(live.map((one) => one.id)).toEqual(live.map((_, index) => index + 1));
  expect(live.every((one) => one.id === one.data.seq && one.event === one.data.type)).toBe(true);
  expect(live[0]?.event).toBe('started');
  expect(live.at(-1)?.event).toBe('done');

  const { digest } = (await (await request.get(`/api/checks/${id}`)).json()) as { digest: string };
  const evidence = live.map(({ data }) => data).filter(({ type }) => type !== 'judged' && type !== 'done');
  expect(
    `sha256:${createHash('sha256')
      .update(canonicalize(evidence) ?? '')
      .digest('hex')}`,
  ).toBe(digest);

  const resume = async (after: number) =>
    readStream(
      await (
        await request.get(`/api/checks/${id}/events`, { headers: { 'last-event-id': String(after) } })
      ).text(),
    );
  const half = Math.floor(live.length / 2);
  const rest = await resume(half);
  const kept = live.filter((one) => one.id > half && (one.event !== 'judged' || one.id === live.length - 1));
  expect(rest).toEqual(kept);
  expect(await resume(live.length)).toEqual([]);
});

test('a check that goes away while it is followed by two', async ({ request }) => {
  const id = await startId(request, heldRecipient());
  const both = [1, 2].map(() => request.get(`/api/checks/${id}/events`));
  await expect.poll(() => read(request, id)).toMatchObject({ status: 'running' });
  const stopped = await request.post(`/api/checks/${id}/stop`);
  expect(await stopped.json()).toMatchObject({ id, status: 'stopped' });
  for (const stream of both) {
    const last = readStream(await (await stream).text()).at(-1);
    expect(last?.data).toMatchObject({ type: 'done', status: 'stopped' });
  }
  expect(await (await request.post(`/api/checks/${id}/stop`)).json()).toMatchObject({ status: 'stopped' });
});

test('two at once for one target: two checks, one session after the other', async ({ request }) => {
  const ids = await Promise.all([1, 2].map(() => startId(request, 'user@tarpit.test')));
  expect(new Set(ids).size).toBe(2);
  const reports = await Promise.all(ids.map((id) => finished(request, id)));
  const [address = '', ...others] = new Set(
    reports.flatMap(({ sessions }) => sessions.map((one) => one.address)),
  );
  expect(others).toEqual([]);
  const lines = (await asked(request, address)).filter((line) => /^(?:EHLO|QUIT)/.test(line));
  expect(lines.slice(-4).map((line) => line.slice(0, 4))).toEqual(['EHLO', 'QUIT', 'EHLO', 'QUIT']);
});

test('pictures are nobody’s to be made smaller here', async ({ request }) => {
  expect((await request.get('/_next/image?url=%2Ficon.svg&w=64&q=75')).status()).toBe(404);
});

test('unknown ids and calls', async ({ request }) => {
  for (const path of ['checks/AAAAAAAAAAAAAAAAAAAAAA', 'checks/x', 'checks/x/events', 'nothing']) {
    const answer = await request.get(`/api/${path}`);
    expect(answer.status()).toBe(404);
    expect(answer.headers()['content-type']).toBe('application/problem+json');
  }
  expect((await request.post('/api/checks/x/stop')).status()).toBe(404);
});

test('lists: pages of one domain, newest first', async ({ request }) => {
  const made: string[] = [];
  for (let n = 0; n < 3; n++) made.unshift(await startId(request, `user${n}@idn-target.invalid`));
  interface Listed {
    items: { id: string }[];
    next: string | null;
  }
  const listed: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = (await (
      await request.get('/api/checks', { params: { domain: 'IDN-target.invalid', limit: 2, cursor } })
    ).json()) as Listed;
    listed.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  }
  expect(listed).toEqual(made);
  expect((await request.get('/api/checks', { params: { limit: 1000 } })).status()).toBe(400);
});

test('health and the description of the API', async ({ request }) => {
  expect(await (await request.get('/api/health')).json()).toMatchObject({ status: 'ok' });
  const api = (await (await request.get('/api/openapi.json')).json()) as {
    openapi: string;
    paths: object;
    components: { schemas: object };
  };
  expect(api.openapi).toBe('3.1.0');
  expect(new Set(Object.keys(api.paths))).toEqual(
    new Set([
      '/api/checks',
      '/api/checks/{id}',
      '/api/checks/{id}/links',
      '/api/checks/{id}/links/{share}',
      '/api/checks/{id}/events',
      '/api/checks/{id}/stop',
      '/api/checks/{id}/retest',
      '/api/checks/{id}/retest/stop',
      '/api/compare',
      '/api/verify',
      '/api/messages',
      '/api/addresses',
      '/api/batches',
      '/api/batches/{id}',
      '/api/batches/{id}/differences',
      '/api/batches/{id}/results.csv',
      '/api/batches/{id}/stop',
      '/api/batches/{id}/targets',
      '/api/bounces',
      '/api/bounces/{id}',
      '/api/bounces/{id}/links',
      '/api/bounces/{id}/links/{share}',
      '/api/bounces/{id}/message',
      '/api/bounces/{id}/read',
      '/api/feedback',
      '/api/feedback/{id}',
      '/api/domains/{domain}',
      '/api/notes',
      '/api/search',
      '/api/watches',
      '/api/watches/{id}',
      '/api/receivers',
      '/api/receivers/{id}',
      '/api/explain',
      '/api/health',
      '/api/openapi.json',
    ]),
  );
  for (const [, name] of JSON.stringify(api).matchAll(/#\/components\/schemas\/(\w+)/g))
    expect(Object.keys(api.components.schemas)).toContain(name);
});

test('a reply is explained', async ({ request }) => {
  const answer = await request.post('/api/explain', {
    data: { reply: '550 5.1.1 User unknown', stage: 'rcpt' },
  });
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({
    code: 550,
    category: 'mailbox-unknown',
    permanence: 'permanent',
  });
  const refused = await request.post('/api/explain', { data: { reply: ' ' } });
  expect(refused.status()).toBe(400);
  expect(refused.headers()['content-type']).toContain('application/problem+json');
});
