import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { alertPost, type Message, shownSecret, webhookSecret } from './alert-post';

const MESSAGE: Message = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  at: new Date('2026-11-29T10:00:00Z'),
  title: 'example.org: deferred (was: accepted)',
  lines: ['Deferred: mx1.example.org answered 451 "\u{1F600}\r\nX-Injected: yes".'],
  kind: 'problem',
  link: 'https://mxproof.example/check/abc',
  data: { target: 'example.org' },
};
const SECRET = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
const NOW = new Date(1614265330 * 1000);

const request = (way: 'webhook' | 'ntfy' | 'apprise', address: string, message: Partial<Message> = {}) => {
  const { url, headers, body } = alertPost(
    { way, address },
    { ...MESSAGE, ...message },
    { secret: SECRET, now: NOW },
  );
  return { url: url.href, headers, body: JSON.parse(body) as unknown, text: body };
};

test('a webhook: type, time and data, signed as Standard Webhooks says', () => {
  const { url, headers, body, text } = request('webhook', 'https://hooks.example/in?key=1');
  expect(url).toBe('https://hooks.example/in?key=1');
  expect(body).toEqual({
    type: 'watch.problem',
    timestamp: '2026-11-29T10:00:00.000Z',
    data: { title: MESSAGE.title, text: MESSAGE.lines, link: MESSAGE.link, target: 'example.org' },
  });
  expect(headers).toEqual({
    'content-type': 'application/json',
    'webhook-id': MESSAGE.id,
    'webhook-timestamp': '1614265330',
    'webhook-signature': `v1,${createHmac('sha256', SECRET).update(`${MESSAGE.id}.1614265330.${text}`).digest('base64')}`,
  });
});

test('a secret is shown as programs take it, is another for each receiver, and always the same', () => {
  expect(shownSecret(SECRET)).toBe('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
  expect(webhookSecret('own', 'a')).toEqual(webhookSecret('own', 'a'));
  expect(webhookSecret('own', 'a')).not.toEqual(webhookSecret('own', 'b'));
  expect(webhookSecret('own', 'a')).not.toEqual(webhookSecret('other', 'a'));
});

test('ntfy: to the server, with the topic in the body; a token goes into a header', () => {
  const { url, headers, body } = request('ntfy', 'https://:tk_secret@ntfy.example/base/my-topic');
  expect(url).toBe('https://ntfy.example/base/');
  expect(headers).toEqual({ 'content-type': 'application/json', authorization: 'Bearer tk_secret' });
  expect(body).toEqual({
    topic: 'my-topic',
    title: MESSAGE.title,
    message: MESSAGE.lines[0],
    priority: 4,
    tags: ['warning'],
    click: MESSAGE.link,
  });
});

test('ntfy: without a link, and what is well again', () => {
  const { body } = request('ntfy', 'https://ntfy.example/t', { link: null, kind: 'recovery', lines: [] });
  expect(body).toEqual({
    topic: 't',
    title: MESSAGE.title,
    message: MESSAGE.title,
    priority: 3,
    tags: ['white_check_mark'],
  });
});

test.each([
  ['problem', 'failure'],
  ['recovery', 'success'],
  ['test', 'info'],
] as const)('Apprise: %s', (kind, type) => {
  const { url, headers, body } = request('apprise', 'http://me:p%40ss@apprise.example/notify/key', { kind });
  expect(url).toBe('http://apprise.example/notify/key');
  expect(headers['authorization']).toBe(`Basic ${Buffer.from('me:p@ss').toString('base64')}`);
  expect(body).toEqual({
    title: MESSAGE.title,
    body: `${MESSAGE.lines[0]}\n${MESSAGE.link}`,
    type,
  });
});
